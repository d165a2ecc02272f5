import { correctionLimits } from "../domain/correction.ts";
import type { Bilingual, Refusal } from "../domain/result.ts";

/** Why a correction is not taken — 拒绝更正的原因. */
export type CorrectionRefusal =
  | "no-such-document"
  | "not-current"
  | "no-such-field"
  | "nobody"
  | "no-reason"
  | "too-long"
  | "not-an-amount"
  | "no-name"
  | "nothing-changed"
  | "changed-meanwhile"
  | "words-taken"
  | "nothing-to-undo";

const lookAgain: Bilingual = { zh: "请重新打开核对台再试。", en: "Open the reading desk again and try once more." };

const said: Readonly<Record<CorrectionRefusal, readonly [Bilingual, Bilingual]>> = {
  "no-such-document": [{ zh: "没有这份文件。", en: "There is no such document." }, lookAgain],
  "not-current": [
    {
      zh: "这份文件已被新版取代，旧版不再更正。",
      en: "A newer version has replaced this document; it is not corrected any more.",
    },
    { zh: "请到当前版上更正。", en: "Correct the current version." },
  ],
  "no-such-field": [{ zh: "这份文件里没有这个值。", en: "The document has no such value." }, lookAgain],
  nobody: [
    { zh: "没有写明更正人。", en: "It is not said who corrects." },
    { zh: "请填写姓名。", en: "Give your name." },
  ],
  "no-reason": [
    { zh: "没有写明更正的理由。", en: "No reason is given." },
    {
      zh: "请写明依据，如“原件第 3 页印作 12”。",
      en: "Say what it rests on, such as “page 3 of the original prints 12”.",
    },
  ],
  "too-long": [
    { zh: "文字太长。", en: "The text is too long." },
    {
      zh: `更正文字不超过 ${correctionLimits.text} 字，理由不超过 ${correctionLimits.why} 字，姓名不超过 ${correctionLimits.who} 字。`,
      en: `At most ${correctionLimits.text} characters of text, ${correctionLimits.why} of reason, ${correctionLimits.who} of name.`,
    },
  ],
  "not-an-amount": [
    { zh: "更正后的金额不是数字。", en: "The corrected amount is not a number." },
    {
      zh: "请按表中单位填写数字，如 1,025.93；空白表示未印出。",
      en: "Give a number in the unit of the table, such as 1,025.93; nothing means that none is printed.",
    },
  ],
  "no-name": [
    { zh: "名称不能为空。", en: "A name cannot be empty." },
    { zh: "请填写原件印出的名称。", en: "Give the name as the original prints it." },
  ],
  "nothing-changed": [
    { zh: "更正后的文字与现在的相同。", en: "The corrected text is the same as the present one." },
    { zh: "请改动文字后再提交。", en: "Change the text and send it again." },
  ],
  "changed-meanwhile": [
    {
      zh: "这个值刚刚被别人改过，没有写入。",
      en: "Somebody else has changed this value meanwhile; nothing was written.",
    },
    { zh: "请看现在的值，确认后再提交。", en: "Look at the value as it is now, then send it again." },
  ],
  "words-taken": [{ zh: "这段文字已经有归处。", en: "These words have a place already." }, lookAgain],
  "nothing-to-undo": [
    { zh: "没有可撤销的更正，或已经撤销。", en: "There is nothing to take back, or it was taken back already." },
    lookAgain,
  ],
};

/** The refusal in words: what was found, and what to do — 拒绝更正. */
export function correctionRefusal(code: CorrectionRefusal): Refusal<CorrectionRefusal> {
  const [message, hint] = said[code];
  return { code, message, hint };
}
