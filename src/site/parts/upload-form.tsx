import type { ReactNode } from "react";
import type { Language } from "../../domain/result.ts";
import { homeWords } from "../words/home.ts";

/** A place to drop a table; a plain form where there is no script — 上传. */
export function UploadForm({ language }: { readonly language: Language }): ReactNode {
  const words = homeWords[language];
  return (
    <form
      className="drop"
      id="upload"
      action="/documents"
      method="post"
      encType="multipart/form-data"
      data-sending={words.sending}
      data-drop={words.dropHere}
      data-kept={words.kept}
      data-failed={words.failed}
    >
      <h2>{words.upload}</h2>
      <p>{words.uploadMore}</p>
      <div className="fields">
        <label>
          {words.choose}
          <input type="file" name="file" accept=".txt,text/plain,text/tab-separated-values,.tsv" required />
        </label>
        <label>
          {words.year}
          <input type="text" name="year" inputMode="numeric" pattern="20[0-9][0-9]" maxLength={4} size={6} />
        </label>
        <button type="submit">{words.send}</button>
      </div>
      <div className="progress" role="status" />
    </form>
  );
}
