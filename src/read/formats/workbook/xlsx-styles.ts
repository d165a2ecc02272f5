import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { ZipFile } from "../zip-guard.ts";
import { builtInFormat } from "./number-format.ts";
import { readXmlPart } from "./xml-events.ts";

/** How cells of one style look, as far as reading needs it — 单元格样式. */
export interface CellStyle {
  readonly format: string;
  readonly isFramed: boolean;
}

/** The styles of a workbook by their number; none where it has no part of styles. */
export function readStyles(zip: ZipFile, part: string | undefined): Result<readonly CellStyle[], ReadingRefusal> {
  if (part === undefined) return { ok: true, value: [] };
  const formats = new Map<number, string>();
  const framed: boolean[] = [];
  const styles: { format: number; border: number }[] = [];
  let inside = "";
  const read = readXmlPart(zip, part, {
    open(name, attributes) {
      if (name === "borders" || name === "cellXfs" || name === "cellStyleXfs" || name === "dxfs") inside = name;
      else if (name === "numFmt" && inside !== "dxfs")
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "border" && inside === "borders") framed.push(false);
      else if (inside === "borders" && sides.has(name) && isLine(attributes.style)) framed[framed.length - 1] = true;
      else if (name === "xf" && inside === "cellXfs")
        styles.push({ format: Number(attributes.numFmtId ?? 0), border: Number(attributes.borderId ?? 0) });
    },
    close(name) {
      if (name === inside) inside = "";
    },
  });
  if (!read.ok) return read;
  return {
    ok: true,
    value: styles.map(({ format, border }) => ({
      format: formats.get(format) ?? builtInFormat(format),
      isFramed: framed[border] ?? false,
    })),
  };
}

const sides = new Set(["left", "right", "top", "bottom", "start", "end"]);

const isLine = (style: string | undefined): boolean => style !== undefined && style !== "" && style !== "none";
