import { writeFileSync } from "node:fs";
import { ruleCases } from "../test/support/a-rule-case.ts";
import { rulesDocument } from "../test/support/rules-document.ts";

/** Writes docs/rules.md from the checks and their cases — 生成规则文档: `node scripts/write-rules-doc.ts`. */
writeFileSync(new URL("../docs/rules.md", import.meta.url), rulesDocument(ruleCases()));
