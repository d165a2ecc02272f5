import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** As much of the module of `tesseract.js-core` as we use: C++ classes behind a thin JavaScript layer. */
export interface TesseractModule {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly NULL: unknown;
  readonly TessBaseAPI: new () => {
    /** 0 when it went well; so do the others that return numbers. */
    Init(path: string, language: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    SetPageSegMode(mode: number): void;
    /** Reads the file `/input`. */
    SetImageFile(exif: number, angle: number): number;
    SetSourceResolution(dpi: number): void;
    Recognize(monitor: unknown): number;
    GetIterator(): TesseractIterator;
    Clear(): void;
  };
  getPointer(object: unknown): number;
  destroy(object: unknown): void;
}

/** Walks what was recognised. */
export interface TesseractIterator {
  GetUTF8Text(level: number): string;
  Confidence(level: number): number;
  getBoundingBox(level: number): {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  };
  Next(level: number): boolean;
}

/** The type library of the language leaves it out; every engine of Node has it. */
declare const WebAssembly: { validate(module: Uint8Array): boolean };

/** What a build of `tesseract.js-core` exports. */
export type OpenTesseractModule = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
}) => Promise<TesseractModule>;

/**
 * Opens the fastest build that this machine can run — 选择本机可用的构建. The build with relaxed SIMD is no faster here and
 * may round differently from machine to machine: a scan must read the same everywhere.
 */
export async function openBuild(): Promise<TesseractModule> {
  const { default: open } = hasSimd()
    ? await import("tesseract.js-core/tesseract-core-simd-lstm.js")
    : await import("tesseract.js-core/tesseract-core-lstm.js");
  const program = `tesseract.js-core/tesseract-core${hasSimd() ? "-simd" : ""}-lstm.wasm`;
  const wasmBinary = readFileSync(createRequire(import.meta.url).resolve(program));
  const silent = (): void => {};
  return open({ wasmBinary, print: silent, printErr: silent });
}

/** The smallest module that holds a SIMD instruction: `() → v128` of `i32.const 0; i8x16.splat; i8x16.popcnt`. */
function hasSimd(): boolean {
  return WebAssembly.validate(
    new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
    ]),
  );
}
