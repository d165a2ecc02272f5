/** So much of an object tells what it is. */
const glance = 2_000;

/**
 * A PDF of which only the index at the end was cut off → the same with a new end — 补写被截断的文件尾. `undefined` where
 * the cut took more: half a table must not be read as a whole one.
 */
export function withNewEnd(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder("latin1").decode(bytes);
  const last = text.lastIndexOf("endobj");
  if (last === -1 || !/^endobj\s*(?:xref|$)/u.test(text.slice(last, last + 40))) return undefined;
  const root = catalogOf(text);
  if (root === undefined) return undefined;
  const end = new TextEncoder().encode(`\ntrailer\n<</Root ${root}>>\nstartxref\n0\n%%EOF\n`);
  const mended = new Uint8Array(bytes.length + end.length);
  mended.set(bytes);
  mended.set(end, bytes.length);
  return mended;
}

/** So many mentions of a catalogue are looked at. */
const mostMentions = 100;

/** The root of the document, as a reference to it is written. */
function catalogOf(text: string): string | undefined {
  let at = text.lastIndexOf("/Catalog");
  for (let mention = 0; at > 0 && mention < mostMentions; mention++) {
    const before = text.slice(Math.max(0, at - glance), at);
    const head = /(\d{1,9})\s(\d{1,5})$/u.exec(before.slice(0, Math.max(0, before.lastIndexOf(" obj"))).slice(-16));
    if (head) return `${head[1]} ${head[2]} R`;
    at = text.lastIndexOf("/Catalog", at - 1);
  }
  return undefined;
}
