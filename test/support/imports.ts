import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** What a file takes from elsewhere — 引用. `target` is a path inside the tree, or undefined for a package. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly target: string | undefined;
  readonly reExport: boolean;
}

/** Source files by path relative to the tree, with forward slashes — 源文件. */
type SourceTree = ReadonlyMap<string, string>;

/** Reads every TypeScript file under a folder; paths start with the folder's name. */
export function sourceTree(folder: string): SourceTree {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => posix.join(folder, file.replaceAll("\\", "/")))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
}

// Biome has formatted every file, so statements start at the line's start and names hold no quotes.
const importStatement = /^import\s(?:[^"';]*?\bfrom\s*)?\s*["']([^"'\n]+)["']/gm;
const reExportStatement = /^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}"']*\})\s*from\s*["']([^"'\n]+)["']/gm;
const dynamicImport = /\bimport\(\s*["'`]([^"'`\n]+)["'`]/g;
const importMetaUrl = /\bnew URL\(\s*["'`]([^"'`\n]+\.tsx?)["'`]\s*,\s*import\.meta\.url/g;

/** Every import of a tree, types included — 全部引用. */
export function importsOf(tree: SourceTree): readonly Import[] {
  return [...tree].flatMap(([file, text]) => [
    ...matches(text, importStatement).map((specifier) => importFrom(file, specifier, false)),
    ...matches(text, reExportStatement).map((specifier) => importFrom(file, specifier, true)),
    ...matches(text, dynamicImport).map((specifier) => importFrom(file, specifier, false)),
    ...matches(text, importMetaUrl).map((specifier) => importFrom(file, specifier, false)),
  ]);
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

function importFrom(file: string, specifier: string, reExport: boolean): Import {
  const target = specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : undefined;
  return { from: file, specifier, target, reExport };
}

/** Rings of files that import each other, each as a path that ends where it began — 循环引用. */
export function circles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, readonly string[]>();
  for (const { from, target } of imports) {
    if (target !== undefined) next.set(from, [...(next.get(from) ?? []), target]);
  }
  const done = new Set<string>();
  const path: string[] = [];
  const found: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return found;
}

/** Relative imports that lead to no file — 落空的引用. */
export function brokenImports(imports: readonly Import[], root: string): readonly string[] {
  return imports
    .filter(({ target }) => target !== undefined && !existsSync(join(root, target)))
    .map(({ from, specifier }) => `${from}: ${specifier} is not there (from ${dirname(from)})`);
}

/** Whether a file holds tests — 测试文件. */
export function isTestFile(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
