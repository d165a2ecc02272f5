import type { KeyView } from "../../api/contract/basic-views.ts";
import type { DeskFacts } from "../../api/contract/desk-facts.ts";
import type { CorrectedView, SameKindView } from "../../api/contract/desk-views.ts";
import { type DeskPanel, type DeskPlace, deskHref, deskPanels } from "./desk-address.ts";

/** What a form of the desk leads to: another page, or a preview to look at first — 表单结果. */
type DeskAnswer =
  | { readonly kind: "go"; readonly href: string }
  | { readonly kind: "preview"; readonly same: SameKindView; readonly place: DeskPlace; readonly text: string };

/** Where the person was when the form was sent. */
interface SentFrom {
  readonly sheet: number;
  readonly at: string | undefined;
  readonly show: DeskPanel | undefined;
}

/** Where a form was sent from, as its hidden fields say. */
export function sentFrom(form: URLSearchParams): SentFrom {
  const sheet = Number(form.get("sheet") ?? "1");
  const start = form.get("start");
  const words = start === null ? undefined : `unplaced:${start}-${form.get("end") ?? ""}`;
  return {
    sheet: Number.isInteger(sheet) && sheet > 0 ? sheet : 1,
    at: words ?? form.get("at") ?? form.get("path") ?? undefined,
    show: deskPanels.find((panel) => panel === form.get("show")),
  };
}

/** Does what a form of the desk asks; throws where it is refused — 处理核对台表单. */
export async function answerDeskForm(
  desk: DeskFacts,
  key: KeyView,
  page: string,
  form: URLSearchParams,
): Promise<DeskAnswer | undefined> {
  const from = sentFrom(form);
  const field = (name: string): string => form.get(name) ?? "";
  const person = { why: field("why"), who: field("who") };
  const back = (done: CorrectedView, at: string | undefined, did = ""): DeskAnswer => ({
    kind: "go",
    href: `${deskHref({ page, sheet: from.sheet, at, ...(from.show ? { show: from.show } : {}) })}&done=${done.corrections}${did}#chosen`,
  });
  const path = field("path");
  if (form.has("take"))
    return back(
      await desk.correct(key, { changes: [{ path, text: field("take"), seen: field("seen") }], ...person }),
      path,
    );
  switch (form.get("act")) {
    case "undo":
      return back(await desk.undo(key, { what: field("what"), ...person }), from.at, "&did=undone");
    case "same": {
      const same = await desk.sameKind(key, { path, text: field("text") });
      return same && { kind: "preview", same, place: { page, sheet: from.sheet, at: path }, text: field("text") };
    }
    case "reread": {
      const started = await desk.reread(key);
      return started && { kind: "go", href: started.page };
    }
    case "apply":
      return back(await applySame(desk, key, form, person), from.at);
    case "place":
      return back(await placeWords(desk, key, form, person), path.endsWith("/+") ? undefined : path);
    default: {
      const changes = [{ path, text: field("text"), seen: field("seen") }];
      return back(await desk.correct(key, { changes, ...person }), path);
    }
  }
}

interface PersonSaid {
  readonly why: string;
  readonly who: string;
}

const applySame = (desk: DeskFacts, key: KeyView, form: URLSearchParams, person: PersonSaid): Promise<CorrectedView> =>
  desk.correctSame(key, {
    paths: form.getAll("path"),
    before: form.get("before") ?? "",
    after: form.get("after") ?? "",
    from: form.get("from") ?? "",
    to: form.get("to") ?? "",
    ...person,
  });

/** Words that are given to a field that has some already stand behind them. */
async function placeWords(
  desk: DeskFacts,
  key: KeyView,
  form: URLSearchParams,
  person: PersonSaid,
): Promise<CorrectedView> {
  const path = form.get("path") ?? "";
  const placed = [{ start: Number(form.get("start")), end: Number(form.get("end")) }];
  const words = form.get("text") ?? "";
  const before = (await desk.desk(key, { at: path }))?.chosen;
  const seen = before?.kind === "value" ? before.value.text : "";
  const text = path.endsWith("/goal") ? seen + words : words;
  return desk.correct(key, { changes: [{ path, text, seen, placed }], ...person });
}
