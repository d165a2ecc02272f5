/** The formats of each command, the usual one first — 各命令的输出格式. */
export const readFormats = ["json", "jsonl", "csv"] as const;
export type ReadFormat = (typeof readFormats)[number];

export const checkFormats = ["text", "json", "sarif"] as const;
export type CheckFormat = (typeof checkFormats)[number];

export const importFormats = ["jsonl", "json", "text"] as const;
export type ImportFormat = (typeof importFormats)[number];

export const searchFormats = ["text", "json"] as const;
export type SearchFormat = (typeof searchFormats)[number];

export const exportFormats = ["csv", "jsonl", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const configFormats = ["text", "json"] as const;

/** Whose output has a JSON Schema; `read-line` is `read --format jsonl`. */
export const schemaNames = ["read", "read-line", "check", "search", "import", "export"] as const;
export type SchemaName = (typeof schemaNames)[number];

export const shells = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];
