import type { ReactNode } from "react";
import type { Language } from "../../domain/result.ts";
import { YearField } from "../parts/upload-form.tsx";
import { bringWords } from "../words/bring.ts";

/** Takes what an office program or a browser put on the clipboard — 粘贴. The page form of it comes with script only. */
export function PasteForm({ language }: { readonly language: Language }): ReactNode {
  const words = bringWords[language];
  return (
    <form
      className="paste"
      id="paste"
      action="/import"
      method="post"
      encType="multipart/form-data"
      data-table={words.pastedTable(-1, -2)}
      data-text={words.pastedText}
    >
      <h2>{words.paste}</h2>
      <p>{words.pasteMore}</p>
      <label>
        {words.pasteBox}
        <textarea name="text" rows={8} required spellCheck={false} />
      </label>
      <textarea name="html" hidden />
      <p className="aside" role="status" />
      <div className="fields">
        <label>
          {words.pasteName}
          <input type="text" name="name" required maxLength={120} placeholder={words.pasteNameHint} />
        </label>
        <YearField language={language} />
        <button type="submit">{words.pasteSend}</button>
      </div>
    </form>
  );
}
