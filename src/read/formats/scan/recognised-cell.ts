import type { Span } from "../../../domain/place.ts";
import type { Box } from "../../../domain/source-view.ts";
import type { DocumentWriter, WrittenPiece } from "../../document-writer.ts";
import type { PageModel } from "../pdf/page-model.ts";
import { doubtful } from "./doubtful.ts";
import { asItLeans } from "./turned.ts";

/** What a page says of how it was recognised. */
export type Recognition = Pick<PageModel, "width" | "height" | "readings" | "turning">;

/** A scan that leans was straightened to be read; its boxes are shown where they stand — 还原到原图. */
export function boxOnSheet(box: Box, { turning, width, height }: Recognition): Box {
  return asItLeans(box, turning?.skew ?? 0, { width, height });
}

/** The same for words with all their boxes. */
export function pieceOnSheet(piece: WrittenPiece, page: Recognition): WrittenPiece {
  if (!page.turning?.skew) return piece;
  const stretches = piece.stretches?.map((stretch) => ({ ...stretch, box: boxOnSheet(stretch.box, page) }));
  return { ...piece, box: boxOnSheet(piece.box, page), ...(stretches ? { stretches } : {}) };
}

/** The several readings of what a whole cell prints, for those who can choose among them — 整格的多种读法. */
export function readingsOf(cell: RecognisedCell, page: Recognition): { readonly readings?: readonly string[] } {
  const printed = textOf(cell.content);
  const found = readingsIn(cell.box, page).find(([likeliest]) => likeliest === printed);
  return found ? { readings: found } : {};
}

/** A cell and its words. */
interface RecognisedCell {
  readonly box: Box;
  readonly content: readonly WrittenPiece[];
}

function textOf(content: readonly WrittenPiece[]): string {
  return content.map(({ text }) => text).join("");
}

function readingsIn(cell: Box, { readings = [] }: Recognition): readonly (readonly string[])[] {
  return readings
    .filter(({ box }) => {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      return cell.left < x && x < cell.right && cell.top < y && y < cell.bottom;
    })
    .map(({ texts }) => texts);
}

/** So much of a doubtful cell is quoted. */
const quoted = 40;

/** Notes a cell of which a character was hardly recognised, with the other readings — 存疑的格. */
export function noteDoubt(writer: DocumentWriter, cell: RecognisedCell, page: Recognition, span: Span): void {
  let least = 100;
  for (const { stretches = [] } of cell.content)
    for (const { confidence } of stretches) least = Math.min(least, confidence);
  if (least >= doubtful) return;
  const others = readingsIn(cell.box, page).flatMap(([, ...rest]) => rest);
  writer.note(
    "low-confidence",
    {
      printed: textOf(cell.content).slice(0, quoted),
      confidence: least,
      ...(others.length > 0 ? { others: others.join("、") } : {}),
    },
    span,
  );
}
