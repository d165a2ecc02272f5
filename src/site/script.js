// @ts-nocheck: runs in browsers, whose words the rest of the house does not know.
// Optional: every page is complete without this file. It adds a comfort: a value and its words in the source are marked
// together without leaving the place one reads at.

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function mark(id) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const target = document.getElementById(id);
  if (!target) return;
  const value = target.dataset.value;
  const group = value ? document.querySelectorAll(`mark[data-value="${CSS.escape(value)}"]`) : [target];
  for (const one of group) one.classList.add("lit");
  const own = value && document.getElementById(`v-${value}`);
  if (own) own.classList.add("lit");
  show(target);
}

function show(target) {
  const paper = target.closest(".paper");
  const scrolls = paper && paper.scrollHeight > paper.clientHeight;
  if (scrolls) {
    const box = paper.getBoundingClientRect();
    const seen = box.top < innerHeight * 0.8 && box.bottom > innerHeight * 0.2;
    const top = paper.scrollTop + target.getBoundingClientRect().top - box.top - paper.clientHeight / 3;
    paper.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
    if (seen) return;
  }
  target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const id = decodeURIComponent(link.hash.slice(1));
  if (!/^(?:s-|v-|L\d)/.test(id) || !document.getElementById(id)) return;
  event.preventDefault();
  history.replaceState(null, "", link.hash);
  if (id.startsWith("v-")) {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const value = document.getElementById(id);
    value.classList.add("lit");
    for (const one of document.querySelectorAll(`mark[data-value="${CSS.escape(id.slice(2))}"]`))
      one.classList.add("lit");
    value.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    value.focus({ preventScroll: true });
  } else mark(id);
});

if (/^#(?:s-|L\d)/.test(location.hash)) mark(decodeURIComponent(location.hash.slice(1)));
