// Writes the files of the invented district in all formats to examples/: `node scripts/write-examples.ts`.
import { mkdirSync, writeFileSync } from "node:fs";
import { exampleDocuments } from "../test/support/example-documents.ts";

mkdirSync("examples", { recursive: true });
for (const one of exampleDocuments) {
  const bytes = await one.bytes();
  writeFileSync(`examples/${one.name}`, bytes);
  console.log(`${one.name}  ${Math.ceil(bytes.length / 1024)} KB`);
}
