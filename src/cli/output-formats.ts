/** The formats of each command, the usual one first — 各命令的输出格式. */
export const readFormats = ["json", "jsonl", "csv"] as const;
/** 读取的输出格式. */
export type ReadFormat = (typeof readFormats)[number];

/** 审核的输出格式. */
export const checkFormats = ["text", "json", "sarif"] as const;
/** 审核的输出格式. */
export type CheckFormat = (typeof checkFormats)[number];

/** 入库的输出格式. */
export const importFormats = ["jsonl", "json", "text"] as const;
/** 入库的输出格式. */
export type ImportFormat = (typeof importFormats)[number];

/** 检索的输出格式. */
export const searchFormats = ["text", "json"] as const;
/** 检索的输出格式. */
export type SearchFormat = (typeof searchFormats)[number];

/** 导出的输出格式. */
export const exportFormats = ["csv", "jsonl", "json"] as const;
/** 导出的输出格式. */
export type ExportFormat = (typeof exportFormats)[number];

/** 设置的输出格式. */
export const configFormats = ["text", "json"] as const;

/** 队列状态的输出格式. */
export const queueFormats = ["text", "json"] as const;

/** Whose output has a JSON Schema — 有 JSON Schema 的输出; `read-line` is `read --format jsonl`. */
export const schemaNames = ["read", "read-line", "check", "search", "import", "export"] as const;
/** 有 JSON Schema 的输出. */
export type SchemaName = (typeof schemaNames)[number];

/** The shells that can complete `jiheng` — 命令行解释器. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const;
/** 命令行解释器. */
export type Shell = (typeof shells)[number];
