import type { SourceKind } from "../../domain/reading.ts";

/** What is known by its looks and read by nobody here: it is refused by name, with what to do — 认得但不读的格式. */
type ForeignKind =
  | "encrypted"
  | "rights-managed"
  | "presentation"
  | "iwork"
  | "ofd"
  | "uof"
  | "word-xml"
  | "rar"
  | "7z"
  | "gzip"
  | "tar"
  | "mail"
  | "program"
  | "database"
  | "unknown-ole";

/** What a file is by its content — 按内容识别的格式. */
export type ContentKind = SourceKind | "archive" | ForeignKind;
