import { printPdf } from "../support/print-pdf.ts";
import { aPdf, onePage, stream } from "./a-pdf.ts";
import { goodRows, type HostileFile, noTable, read, refused, trap, utf8 } from "./hostile-file.ts";

const words = "BT /F 12 Tf 50 300 Td (Hello) Tj ET";
const printed = (): Promise<Uint8Array> => printPdf([{ rows: goodRows }]);
const changed = async (from: RegExp, to: string): Promise<Uint8Array> =>
  Buffer.from(
    Buffer.from(await printed())
      .toString("latin1")
      .replace(from, to),
    "latin1",
  );
const pages = (count: number): Uint8Array =>
  aPdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${"3 0 R ".repeat(count)}] /Count ${count} >>`,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
  ]);

/** PDF that runs, loops, hides or swells — PDF. */
export const pdfFiles: readonly HostileFile[] = [
  { name: "a good one, for comparison", bytes: printed, outcome: read(2) },
  {
    name: "JavaScript that runs when it is opened",
    bytes: () => onePage(words, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
    outcome: noTable(),
  },
  {
    name: "a program that is launched",
    bytes: () => onePage(words, "/OpenAction << /S /Launch /F (calc.exe) >>"),
    outcome: noTable(),
  },
  {
    name: "a page that is fetched (URI, GoToR, SubmitForm)",
    bytes: () =>
      onePage(
        words,
        `/OpenAction << /S /URI /URI (${trap}/uri) >>`,
        `/AA << /O << /S /SubmitForm /F (${trap}/form) >> >>`,
      ),
    outcome: noTable(),
  },
  {
    name: "a form in XFA with a script",
    bytes: () =>
      onePage(words, "/AcroForm << /XFA 6 0 R >>", "", [
        stream(`<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>x</script></xdp:xdp>`),
      ]),
    outcome: noTable(),
  },
  {
    name: "a file inside",
    bytes: () =>
      onePage(
        words,
        "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>] >> >>",
        "",
        [stream("MZ", "/Type /EmbeddedFile")],
      ),
    outcome: noTable("part-unread"),
  },
  {
    name: "a list of objects that follows itself",
    bytes: () =>
      Buffer.from(
        Buffer.from(onePage(words)).toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R /Prev 9"),
        "latin1",
      ),
    outcome: noTable(),
  },
  {
    name: "a page tree that is its own child",
    bytes: () => aPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1000 >>"]),
    outcome: noTable("part-unread"),
  },
  {
    name: "a count of 2³¹ pages with none",
    bytes: () => aPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2147483647 >>"]),
    outcome: refused("damaged"),
  },
  { name: "10,001 pages", bytes: () => pages(10_001), outcome: refused("too-large") },
  { name: "1,000 empty pages", bytes: () => pages(1_000), outcome: noTable() },
  { name: "no page at all", bytes: () => pages(0), outcome: refused("damaged") },
  {
    name: "a page of 10⁹ points",
    bytes: () => onePage(words, "", "/MediaBox [0 0 1000000000 1000000000]"),
    outcome: noTable(),
  },
  { name: "a page of no size", bytes: () => onePage(words, "", "/MediaBox [0 0 0 0]"), outcome: noTable() },
  {
    name: "a page turned inside out",
    bytes: () => onePage(words, "", "/MediaBox [600 400 0 0] /Rotate 450"),
    outcome: noTable(),
  },
  {
    name: "a form that draws itself",
    bytes: () =>
      onePage("/X Do", "", "/Resources << /XObject << /X 6 0 R >> >>", [
        stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
      ]),
    outcome: noTable(),
  },
  {
    name: "a state saved a million times and never restored",
    bytes: () => onePage("q ".repeat(1_000_000)),
    outcome: noTable(),
  },
  {
    name: "500,000 lines drawn across a page",
    bytes: () => onePage("0 0 m 9 9 l S ".repeat(500_000)),
    outcome: noTable(),
  },
  {
    name: "200,000 letters on one spot",
    bytes: () => onePage(`BT /F 12 Tf 50 300 Td ${"(x) Tj 0 0 Td ".repeat(200_000)} ET`),
    outcome: noTable(),
  },
  {
    name: "letters of size 10⁹ and of size 0",
    bytes: () => onePage("BT /F 1000000000 Tf 50 300 Td (big) Tj /F 0 Tf (small) Tj ET"),
    outcome: noTable(),
  },
  {
    name: "arrays in each other, 100,000 deep",
    bytes: () => onePage(words, `/X ${"[".repeat(100_000)}`),
    outcome: noTable(),
  },
  {
    name: "an image of 10⁵ × 10⁵ points in a byte",
    bytes: () =>
      onePage("600 0 0 400 0 0 cm /X Do", "", "/Resources << /XObject << /X 6 0 R >> >>", [
        stream(
          "\u0000",
          "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
      ]),
    outcome: noTable(),
  },
  {
    name: "filters piled on each other, 200 high",
    bytes: () =>
      aPdf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R >>",
        stream("x".repeat(100), `/Filter [${"/ASCIIHexDecode ".repeat(200)}]`),
      ]),
    outcome: noTable(),
  },
  {
    name: "a font with code in its matrix (CVE-2024-4367)",
    bytes: () =>
      onePage(
        words,
        "",
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor << /Type /FontDescriptor /FontName /X /FontMatrix [1 2 3 4 5 (1\\); alert\\('x')] >> >> >> >>",
      ),
    outcome: noTable(),
  },
  {
    name: "words without a map to characters",
    bytes: () => changed(/\/ToUnicode \d+ 0 R/g, ""),
    outcome: read(2, "font-unmapped"),
  },
  {
    name: "encrypted with a password nobody has",
    bytes: () =>
      aPdf(
        [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [] /Count 0 >>",
          `<< /Filter /Standard /V 1 /R 2 /O <${"00".repeat(32)}> /U <${"11".repeat(32)}> /P -1 >>`,
        ],
        `/Encrypt 3 0 R /ID [<${"22".repeat(16)}> <${"22".repeat(16)}>]`,
      ),
    outcome: refused("needs-password"),
  },
  {
    name: "words that nobody sees (mode 3)",
    bytes: () => onePage(`BT 3 Tr /F 12 Tf 50 300 Td (INVISIBLE) Tj ET ${words}`),
    outcome: noTable(),
  },
  {
    name: "words beside the page",
    bytes: () => onePage(`BT /F 12 Tf 5000 5000 Td (OUTSIDE) Tj ET ${words}`),
    outcome: noTable(),
  },
  { name: "words behind a white box", bytes: () => onePage(`${words} 1 g 0 0 600 400 re f`), outcome: noTable() },
  {
    name: "cut off in the middle",
    bytes: async () => (await printed()).subarray(0, 4_000),
    outcome: refused("damaged"),
  },
  { name: "without its end", bytes: async () => (await printed()).slice(0, -200), outcome: read(2) },
  {
    name: "200 bytes before it",
    bytes: async () => Buffer.concat([utf8(" ".repeat(200)), await printed()]),
    outcome: read(2),
  },
  { name: "the first line of one, and nothing more", bytes: () => utf8("%PDF-1.7\n"), outcome: refused("damaged") },
];
