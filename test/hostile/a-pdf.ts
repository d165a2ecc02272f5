/** A PDF of these objects, written by hand; the first is the catalogue. */
export function aPdf(objects: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const lines = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A stream with its length. */
export const stream = (content: string, more = ""): string =>
  `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`;

/** A PDF of one page with this content, and more in its catalogue and its page. */
export function onePage(content: string, catalogue = "", page = "", others: readonly string[] = []): Uint8Array {
  return aPdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> ${page} >>`,
    stream(content),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...others,
  ]);
}
