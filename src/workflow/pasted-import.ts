import { type Pasted, pastedFile } from "../read/formats/clipboard.ts";
import type { ImportRequest } from "./import-request.ts";

/** What was pasted, ready to be imported under the name that it was given — 粘贴内容的导入请求. */
export function pastedImport(pasted: Pasted & { readonly name: string }): Pick<ImportRequest, "name" | "bytes"> & {
  readonly pasted: "html" | "text";
} {
  return pastedFile(pasted);
}
