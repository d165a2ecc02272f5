import type { ReactNode } from "react";
import type { BringingFacts } from "../../api/contract/bringing-facts.ts";
import type { Language } from "../../domain/result.ts";
import { homeWords } from "../words/home.ts";

/** A place to drop tables; a plain form where there is no script — 上传. */
export function UploadForm(props: { readonly bringing: BringingFacts; readonly language: Language }): ReactNode {
  const words = homeWords[props.language];
  return (
    <form
      className="drop"
      id="upload"
      action="/documents"
      method="post"
      encType="multipart/form-data"
      data-sending={words.sending}
      data-drop={words.dropHere}
      data-failed={words.failed}
    >
      <h2>{words.upload}</h2>
      <p>{words.uploadMore}</p>
      <div className="fields">
        <label>
          {words.choose}
          <input type="file" name="file" accept={endingsOf(props.bringing)} multiple required />
        </label>
        <YearField language={props.language} />
        <button type="submit">{words.send}</button>
      </div>
      <div className="progress" role="status" />
    </form>
  );
}

const endingsOf = ({ formats }: BringingFacts): string =>
  formats.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(",");

/** The budget year of a table that prints none. */
export function YearField({ language }: { readonly language: Language }): ReactNode {
  return (
    <label>
      {homeWords[language].year}
      <input type="text" name="year" inputMode="numeric" pattern="20[0-9][0-9]" maxLength={4} size={6} />
    </label>
  );
}
