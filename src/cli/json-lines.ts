/** On which line each value of a JSON text stands, by its path `heads/2/is` — JSON 各值所在行. The text has been parsed before. */
export function jsonLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>([["", 1]]);
  const path: (string | number)[] = [];
  const inObject: boolean[] = [];
  let isKey = false;
  let line = 1;
  const word = /"(?:[^"\\]|\\.)*"|[^\s"[\]{},:]+/uy;
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    if (character === "\n") line++;
    if (character === "{" || character === "[") {
      lines.set(path.join("/"), lines.get(path.join("/")) ?? line);
      inObject.push(character === "{");
      path.push(0);
      isKey = character === "{";
    } else if (character === "}" || character === "]") {
      inObject.pop();
      path.pop();
    } else if (character === ",") {
      isKey = inObject.at(-1) === true;
      if (!isKey) path.push(Number(path.pop()) + 1);
    } else if (character === ":") isKey = false;
    else if (!/\s/u.test(character)) {
      word.lastIndex = at;
      const found = word.exec(text)?.[0] ?? character;
      if (isKey) path.splice(-1, 1, String(JSON.parse(found)));
      if (!lines.has(path.join("/"))) lines.set(path.join("/"), line);
      at += found.length;
      continue;
    }
    at++;
  }
  return lines;
}
