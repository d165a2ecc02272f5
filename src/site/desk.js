// @ts-nocheck: runs in browsers, whose words the rest of the house does not know.
// Optional: without this file each click asks for the page anew, and everything can be done. It adds: a value and its
// words on the original lit together where one stands, hovering both ways, and keys.

const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const board = document.querySelector(".board");
const pane = document.querySelector(".pane");

if (board) board.tabIndex = 0; // it scrolls: arrow keys must reach it

// A page that cannot be drawn shows what was read of it, where it stands.
const picture = document.querySelector(".leaf img");
const showWords = () => {
  picture.closest(".leaf").classList.add("bare");
  picture.remove();
};
if (picture?.complete && picture.naturalWidth === 0) showWords();
else picture?.addEventListener("error", showWords);

const twins = (value) => document.querySelectorAll(`[data-value="${CSS.escape(value)}"]`);

// In a drawing a link's address is an object of its own kind: the attribute is the same everywhere.
const hrefOf = (link) => new URL(link.getAttribute("href"), location.href);
const atOf = (link) => link.dataset.at ?? hrefOf(link).searchParams.get("at");
const keyOf = (link) => link.closest("[data-value]")?.dataset.value;

/** Lights a value and its words; of words without a place there is only the address. */
function light(at, value) {
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  for (const one of document.querySelectorAll("[aria-current='true']")) one.removeAttribute("aria-current");
  for (const one of document.querySelectorAll(`[data-at="${CSS.escape(at)}"]`)) one.classList.add("lit");
  if (!value) return;
  for (const one of twins(value)) one.classList.add("lit");
  pane?.querySelector(`.val[data-value="${CSS.escape(value)}"]`)?.setAttribute("aria-current", "true");
}

/** Scrolls the board, and only the board, until the words stand in its upper third. */
function showOnBoard(target) {
  if (!target || !board) return;
  const box = board.getBoundingClientRect();
  const own = target.getBoundingClientRect();
  if (own.top >= box.top && own.bottom <= box.bottom && own.left >= box.left && own.right <= box.right) return;
  board.scrollTo({
    top: board.scrollTop + own.top - box.top - board.clientHeight / 3,
    left: board.scrollLeft + own.left - box.left - board.clientWidth / 4,
    behavior: isCalm ? "auto" : "smooth",
  });
}

let asked = "";

/** Shows the chosen value beside the original: the page as the server makes it, of which only that part is taken. */
async function choose(link) {
  const at = atOf(link);
  light(at, keyOf(link));
  asked = at;
  history.replaceState(null, "", hrefOf(link));
  const fromBoard = board.contains(link);
  if (!fromBoard) showOnBoard(board.querySelector(".lit"));
  const answer = await fetch(hrefOf(link));
  if (!answer.ok || asked !== at) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = document.querySelector("#chosen");
  const next = page.querySelector("#chosen");
  if (now && next) now.replaceWith(document.adoptNode(next));
  const tabs = page.querySelector(".tabs");
  if (tabs) document.querySelector(".tabs")?.replaceWith(document.adoptNode(tabs));
  if (!fromBoard) return;
  const shown = document.querySelector("#chosen");
  if (shown.getBoundingClientRect().top < 0 || shown.getBoundingClientRect().top > innerHeight * 0.8)
    shown.scrollIntoView({ block: "start", behavior: isCalm ? "auto" : "smooth" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-at], .board mark a");
  if (
    !link ||
    !document.querySelector("#chosen") ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.button !== 0
  )
    return;
  event.preventDefault();
  choose(link);
});

for (const [begin, end] of [
  ["mouseover", "mouseout"],
  ["focusin", "focusout"],
]) {
  const near = (on) => (event) => {
    const value = event.target.closest?.("[data-value]")?.dataset.value;
    if (value) for (const one of twins(value)) one.classList.toggle("near", on);
  };
  document.addEventListener(begin, near(true));
  document.addEventListener(end, near(false));
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, .board")) return;
  if (event.key === "ArrowLeft") document.querySelector('a[rel="prev"]')?.click();
  if (event.key === "ArrowRight") document.querySelector('a[rel="next"]')?.click();
  if (event.key !== "j" && event.key !== "k") return;
  const values = [...document.querySelectorAll("#panel .val[data-at]")];
  const now = values.findIndex((value) => value.classList.contains("lit"));
  const next = values[now + (event.key === "j" ? 1 : -1)];
  if (!next) return;
  next.focus();
  choose(next);
});

const chosen = pane?.querySelector("#panel .val.lit");
if (chosen) light(atOf(chosen), keyOf(chosen));
showOnBoard(board?.querySelector(".lit"));
