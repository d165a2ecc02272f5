/** A picture as a PDF stores it — PDF 中的图像: the bytes stay packed, the PDF engine unpacks them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** Entries of the image dictionary beside its size: how the bytes are packed and what their samples mean. */
  readonly dictionary: string;
  /** From above to below: some files store a page in strips, each packed for itself. */
  readonly strips: readonly { readonly rows: number; readonly data: Uint8Array }[];
  /** Quarters clockwise by which a camera says that the picture must be turned. */
  readonly quarters?: 0 | 1 | 2 | 3;
}

/** Stands in a dictionary for the rows of the strip. */
export const rowsHere = "ROWS";

const ascii = new TextEncoder();

/** Pictures → a PDF of one page each — 图片转 PDF, so that one engine reads, draws and limits them all. */
export function pdfOfPictures(pictures: readonly Picture[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === "string" ? ascii.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (...body: readonly (string | Uint8Array)[]): void => {
    offsets.push(length);
    put(`${offsets.length} 0 obj\n`);
    for (const part of body) put(part);
    put("\nendobj\n");
  };
  put("%PDF-1.4\n");
  object("<< /Type /Catalog /Pages 2 0 R >>");
  let next = 3;
  const firsts = pictures.map(({ strips }) => {
    const first = next;
    next += 2 + strips.length;
    return first;
  });
  const kids = firsts.map((first) => `${first} 0 R`).join(" ");
  object(`<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`);
  pictures.forEach(({ width, height, dpi, dictionary, strips, quarters = 0 }, at) => {
    const first = firsts[at]!;
    const [across, down] = [points(width, dpi), points(height, dpi)];
    const names = strips.map((_, n) => `/P${n} ${first + 2 + n} 0 R`).join(" ");
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Rotate ${90 * quarters} `,
      `/Contents ${first + 1} 0 R /Resources << /XObject << ${names} >> >> >>`,
    );
    let below = height;
    const drawing = strips
      .map(({ rows }, n) => {
        below -= rows;
        return `q ${across} 0 0 ${(down * rows) / height} 0 ${(down * below) / height} cm /P${n} Do Q`;
      })
      .join("\n");
    object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    for (const { rows, data } of strips)
      object(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${rows} ${dictionary.replaceAll(rowsHere, String(rows))} `,
        `/Length ${data.length} >>\nstream\n`,
        data,
        "\nendstream",
      );
  });
  const start = length;
  put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) put(`${String(offset).padStart(10, "0")} 00000 n \n`);
  put(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const pdf = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    pdf.set(part, at);
    at += part.length;
  }
  return pdf;
}

function points(pixels: number, dpi: number): number {
  return Math.round((pixels * 7200) / dpi) / 100;
}

/** Between these a picture's own word for its sharpness is believed. */
const [coarsest, finest] = [90, 1200];
/** The longer side of the paper that most tables are printed on (A4), in inches. */
const paper = 11.69;

/** How sharp a picture is: as it says, where that makes a page of common size; else as if it were of A4 — 分辨率. */
export function sharpness(width: number, height: number, said: number | undefined): number {
  const longest = Math.max(width, height);
  const isBelievable = said !== undefined && said >= coarsest && said <= finest;
  if (isBelievable && longest / said >= 4 && longest / said <= 50) return said;
  return Math.max(50, longest / paper);
}
