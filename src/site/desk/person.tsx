import type { ReactNode } from "react";
import { correctionLimits } from "../../domain/correction.ts";
import type { Language } from "../../domain/result.ts";
import { deskWords } from "../words/desk.ts";

/** What someone has typed before a form was refused, and who they said they are. */
export interface Typed {
  readonly text?: string;
  readonly why?: string;
  readonly who: string;
}

/** Who corrects and why: asked with every correction — 更正人与理由. */
export function Person({ typed, language }: { readonly typed: Typed; readonly language: Language }): ReactNode {
  const words = deskWords[language];
  return (
    <>
      <label>
        {words.why}
        <input
          type="text"
          name="why"
          required
          defaultValue={typed.why ?? ""}
          maxLength={correctionLimits.why}
          placeholder={words.whyHint}
        />
      </label>
      <label>
        {words.who}
        <input
          type="text"
          name="who"
          required
          defaultValue={typed.who}
          maxLength={correctionLimits.who}
          autoComplete="name"
        />
      </label>
    </>
  );
}
