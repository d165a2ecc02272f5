/** Objects of a PDF by number; text is Latin-1. */
type Objects = Readonly<Record<number, string>>;

/** What a page written by hand is made of — 手写 PDF. */
export interface RawPage {
  /** Content stream. */
  readonly content: string;
  /** Further keys of the page: `/Rotate 90`. */
  readonly page?: string;
  /** Further keys of its resources: `/XObject<</X1 10 0 R>>`. */
  readonly resources?: string;
  readonly objects?: Objects;
  /** Further keys of the trailer. */
  readonly trailer?: string;
}

/**
 * A PDF written by hand, for what no producer on this machine writes: font F1 is Helvetica, F2 is a Chinese font that is
 * not embedded and coded in GBK, as old Chinese programs have it.
 */
export function rawPdf({ content, page = "", resources = "", objects = {}, trailer = "" }: RawPage): Uint8Array {
  return assembled(
    {
      1: "<</Type/Catalog/Pages 2 0 R>>",
      2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>${resources}>>${page}>>`,
      4: stream(content),
      5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      6: "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[7 0 R]>>",
      7: "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 8 0 R>>",
      8: "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/StemV 80/CapHeight 700>>",
      ...objects,
    },
    trailer,
  );
}

/** A stream object — 流对象. */
export function stream(data: string, keys = ""): string {
  return `<</Length ${data.length}${keys}>>\nstream\n${data}\nendstream`;
}

function assembled(objects: Objects, trailer: string): Uint8Array {
  let file = "%PDF-1.7\n";
  const numbers = Object.keys(objects)
    .map(Number)
    .sort((a, b) => a - b);
  const offsets = new Map<number, number>();
  for (const number of numbers) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${objects[number]}\nendobj\n`;
  }
  const size = numbers.at(-1)! + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number);
    file += offset === undefined ? "0000000000 00000 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  }
  file += `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (char) => char.charCodeAt(0));
}

/** GBK codes of what the tests print: Node decodes GBK and does not encode it. */
const gbk = new Map<string, string>();
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const char = new TextDecoder("gbk").decode(Uint8Array.of(high, low));
    if (char.length === 1 && char !== "\ufffd") gbk.set(char, high.toString(16) + low.toString(16));
  }

/** Words as a PDF string of font F2 — GBK 编码的文字. */
export function coded(words: string): string {
  return `<${Array.from(words, (char) => gbk.get(char) ?? char.charCodeAt(0).toString(16)).join("")}>`;
}

/** Words at a place, from the lower left corner of the sheet — 在某处印字. */
export function words(x: number, y: number, text: string, size = 10): string {
  return `BT /F2 ${size} Tf ${x} ${y} Td ${coded(text)} Tj ET\n`;
}

/** Level and upright lines over the whole of a table — 画表格线. */
export function ruling(xs: readonly number[], ys: readonly number[]): string {
  const level = ys.map((y) => `${xs[0]} ${y} m ${xs.at(-1)} ${y} l S\n`);
  const upright = xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S\n`);
  return ["0.5 w\n", ...level, ...upright].join("");
}
