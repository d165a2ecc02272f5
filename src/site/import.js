// @ts-nocheck: runs in browsers, whose words the rest of the house does not know.
// Optional: without this file forms are sent as they are and the page of an import asks for itself again. It adds: files can
// be dropped, an upload shows how far it is, the page form of what is pasted comes along, and an import is followed on
// its page.

const drop = document.querySelector("form.drop");
if (drop) {
  const input = drop.querySelector('input[type="file"]');
  const status = drop.querySelector(".progress");
  let depth = 0;
  const over = (on) => {
    depth = on ? depth + 1 : Math.max(0, depth - 1);
    drop.classList.toggle("over", depth > 0);
    status.textContent = depth > 0 ? drop.dataset.drop : "";
  };
  const hasFile = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => hasFile(event) && over(true));
  addEventListener("dragleave", (event) => hasFile(event) && over(false));
  addEventListener("dragover", (event) => hasFile(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    depth = 1;
    over(false);
    send([...event.dataTransfer.files]);
  });
  drop.addEventListener("submit", (event) => {
    if (!input.files[0]) return;
    event.preventDefault();
    send([...input.files]);
  });

  // The same form, sent by hand so that one sees how far it is; it leads to the page of the import.
  const send = (files) => {
    const body = new FormData();
    const year = drop.querySelector('[name="year"]').value;
    if (year) body.append("year", year);
    for (const file of files) body.append("file", file);
    const name = files.map((file) => file.name).join("、");
    const request = new XMLHttpRequest();
    request.open("POST", drop.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      status.textContent = `${drop.dataset.sending} ${name} ${total ? Math.round((100 * loaded) / total) : 0}%`;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) return location.assign(request.responseURL);
      const words = [...(request.response?.querySelectorAll(".problem h1, .problem .lead") ?? [])];
      status.textContent = [name, ...words.map((one) => one.textContent)].join(" ");
    });
    request.addEventListener("error", () => {
      status.textContent = `${name} ${drop.dataset.failed}`;
    });
    request.send(body);
  };
}

const paste = document.querySelector("form.paste");
if (paste) {
  const box = paste.querySelector('[name="text"]');
  const page = paste.querySelector('[name="html"]');
  const status = paste.querySelector('[role="status"]');

  const rowsOf = (html) =>
    [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")].filter(
      (row) => !row.querySelector("tr"),
    );
  const tell = () => {
    if (!page.value) {
      status.textContent = box.value.includes("\t") ? paste.dataset.text : "";
      return;
    }
    const rows = rowsOf(page.value);
    const columns = Math.max(...rows.map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
    status.textContent = paste.dataset.table.replace("-1", rows.length).replace("-2", columns);
  };

  box.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    const isFirst = box.value.trim() === "";
    const holdsTable = /<t[dh][\s>]/i.test(html);
    // a second table comes behind the first; words that come beside one are in the text only
    if (holdsTable && (isFirst || page.value)) page.value = isFirst ? html : `${page.value}\n${html}`;
    else page.value = "";
    if (holdsTable && event.clipboardData.getData("text/plain") === "") {
      event.preventDefault();
      const lines = rowsOf(html).map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join("\t"));
      box.value += lines.join("\n");
    }
    setTimeout(tell);
  });
  box.addEventListener("input", (event) => {
    if (event.inputType?.startsWith("insertFromPaste")) return;
    page.value = ""; // what a person changed stands in the text only
    tell();
  });
}

// The page of an import is asked for again until all is done; only what changed is put in place.
const follow = async () => {
  let pause = 300;
  while (document.querySelector("[data-live]")) {
    await new Promise((go) => setTimeout(go, pause));
    pause = Math.min(2000, pause * 1.2);
    let next;
    try {
      const answer = await fetch(location.href);
      next = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      continue; // the network is away: the next time will tell
    }
    const now = document.querySelector(".import");
    const fresh = next.querySelector(".import");
    if (!fresh) return location.reload();
    if (update(now, fresh)) pause = 300;
    document.title = next.title;
  }
};

function update(now, fresh) {
  const parts = (root) => [...root.querySelectorAll("[data-part]")];
  const names = (root) =>
    parts(root)
      .map((part) => part.dataset.part)
      .join(" ");
  if (!fresh.dataset.live || names(now) !== names(fresh)) {
    now.replaceWith(document.adoptNode(fresh));
    return true;
  }
  let changed = false;
  const news = parts(fresh);
  for (const [at, part] of parts(now).entries()) {
    if (part.outerHTML === news[at].outerHTML) continue;
    part.replaceWith(document.adoptNode(news[at]));
    changed = true;
  }
  return changed;
}

follow();
