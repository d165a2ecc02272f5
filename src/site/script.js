// @ts-nocheck: runs in browsers, whose words the rest of the house does not know.
// Optional: every page is complete without this file. It adds three comforts: a value and its words in the source are
// marked together without leaving the place one reads at; a file can be dropped; an upload shows how far it is.

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

const form = document.querySelector("form.drop");
if (form) {
  const input = form.querySelector('input[type="file"]');
  const status = form.querySelector(".progress");
  let depth = 0;
  const over = (on) => {
    depth = on ? depth + 1 : Math.max(0, depth - 1);
    form.classList.toggle("over", depth > 0);
    status.textContent = depth > 0 ? form.dataset.drop : "";
  };
  const hasFile = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => hasFile(event) && over(true));
  addEventListener("dragleave", (event) => hasFile(event) && over(false));
  addEventListener("dragover", (event) => hasFile(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    over(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 1) send(files[0]);
    else sendEach(files);
  });
  form.addEventListener("submit", (event) => {
    if (!input.files[0]) return;
    event.preventDefault();
    send(input.files[0]);
  });

  const send = async (file) => {
    const answer = await post(file, (words) => {
      status.textContent = words;
    });
    if (answer.page) location.assign(answer.page);
  };

  // Several files, one after the other; each line leads to what became of its file.
  const sendEach = async (files) => {
    const list = document.createElement("ul");
    status.replaceChildren(list);
    for (const file of files) {
      const item = list.appendChild(document.createElement("li"));
      const answer = await post(file, (words) => {
        item.textContent = words;
      });
      if (!answer.page) continue;
      const link = document.createElement("a");
      link.href = answer.page;
      link.textContent = file.name;
      item.replaceChildren(link, " ", await outcomeOf(answer));
    }
  };

  const outcomeOf = async (view) => {
    while (!view.finished) {
      await new Promise((go) => setTimeout(go, 200));
      view = await (await fetch(view.self)).json();
    }
    const language = document.documentElement.lang.slice(0, 2);
    return view.outcome.message?.[language] ?? form.dataset[view.outcome.kind === "failed" ? "failed" : "kept"];
  };

  // The same form, sent by hand so that one sees how far it is.
  const post = (file, say) =>
    new Promise((answered) => {
      const body = new FormData();
      const year = form.querySelector('[name="year"]').value;
      if (year) body.append("year", year);
      body.append("file", file);
      const request = new XMLHttpRequest();
      request.open("POST", "/api/v1/imports");
      request.responseType = "json";
      const end = (answer) => {
        if (!answer.page) say(`${file.name} ${answer.title} ${answer.hint}`);
        answered(answer);
      };
      request.upload.addEventListener("progress", ({ loaded, total }) => {
        say(`${form.dataset.sending} ${file.name} ${total ? Math.round((100 * loaded) / total) : 0}%`);
      });
      request.addEventListener("load", () => end(request.response ?? { title: request.status, hint: "" }));
      request.addEventListener("error", () => end({ title: form.dataset.failed, hint: "" }));
      request.send(body);
    });
}
