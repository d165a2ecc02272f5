import type { KeyView } from "../../api/contract/basic-views.ts";
import type { ProblemView } from "../../api/contract/problem-view.ts";
import type { PublicFacts } from "../../api/contract/public-facts.ts";
import type { Language } from "../../domain/result.ts";
import type { Shown } from "../page.ts";
import { deskShown, sameKindShown } from "../pages/desk.tsx";
import { answerDeskForm, sentFrom } from "./desk-forms.ts";

/** A form as it was sent to the desk. */
interface DeskForm {
  readonly facts: PublicFacts;
  readonly key: KeyView | undefined;
  readonly form: URLSearchParams;
  readonly language: Language;
}

/**
 * What a form of the desk is answered with — 答复核对台表单: a page to go to, the preview, or the desk as it was with what
 * was typed and the reason why it was not taken. `undefined` where there is no such document.
 */
export async function answerOnDesk(
  { facts, key, form, language }: DeskForm,
  problemOf: (error: unknown) => ProblemView,
): Promise<{ readonly href: string } | { readonly shown: Shown } | undefined> {
  if (!key) return undefined;
  const from = sentFrom(form);
  const typed = { who: form.get("who") ?? "", why: form.get("why") ?? "" };
  const desk = await facts.desk.desk(
    key,
    from.at === undefined ? { sheet: from.sheet } : { sheet: from.sheet, at: from.at },
  );
  if (!desk) return undefined;
  try {
    const answer = await answerDeskForm(facts.desk, key, desk.page, form);
    if (!answer) return undefined;
    if (answer.kind === "go") return { href: answer.href };
    return { shown: sameKindShown(answer.same, answer.place, typed, undefined, language) };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem.code.startsWith("correction-")) throw error;
    const text = form.get("text");
    const state = { at: from.at, show: from.show, done: undefined, problem, language };
    const shown = deskShown(desk, { ...state, typed: { ...typed, ...(text === null ? {} : { text }) } });
    return { shown: { ...shown, status: problem.status } };
  }
}
