/** The bytes of a text in an encoding that Node decodes and does not write: found by decoding every pair of bytes. */
export function codesOfText(encoding: "gb18030" | "big5", text: string): number[] {
  const codes = tableOf(encoding);
  return [...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    if (unit < 0x80) return [unit];
    const code = codes.get(character);
    if (code === undefined) throw new Error(`${character} is not in ${encoding}`);
    return [code >> 8, code & 255];
  });
}

const tables = new Map<string, ReadonlyMap<string, number>>();

function tableOf(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && character !== "\uFFFD" && !table.has(character))
        table.set(character, (first << 8) | second);
    }
  tables.set(encoding, table);
  return table;
}
