import {
  authorities,
  elsewhere,
  orderCarriedOut,
  pointerLookAlike,
  pointerOpen,
  pointerTail,
  takenFrom,
  timeSetElsewhere,
} from "./target-words.ts";

/** Where a target points to, as a stretch of its open text; undefined when it names nothing — 另行规定的出处. */
interface Pointer {
  readonly reference: readonly [from: number, to: number] | undefined;
}

/** Finds the document, order or time set elsewhere that a target points to — 另行规定. */
export function pointerIn(open: string, from: number, to: number): Pointer | undefined {
  const words = open.slice(from, to);
  const clauses = words.split(/[,;。]/u).filter((clause) => clause !== "");
  const place = (start: number, length: number): Pointer => ({ reference: [from + start, from + start + length] });
  if (clauses.length <= 2) {
    const time = timeSetElsewhere.exec(words);
    if (time !== null) {
      // 报表在系统规定日期内: what is set begins behind 在.
      const head = words.slice(0, time.index);
      const opening = Math.max(
        head.lastIndexOf("在"),
        head.lastIndexOf("按"),
        head.lastIndexOf("于"),
        head.search(/[,;。][^,;。]*$/u),
      );
      const start = time.index - opening <= 16 ? opening + 1 : time.index;
      return place(start, time.index + time[0].length - 1 - start - (/[以之]$/u.test(time[0].slice(0, -1)) ? 1 : 0));
    }
    for (let at = 0; at < words.length; at++) {
      const pointed = pointedAt(words, at);
      if (pointed !== undefined) return place(pointed[0], pointed[1] - pointed[0]);
    }
  }
  const order = clauses.length === 1 ? orderCarriedOut.exec(words)?.groups?.what : undefined;
  if (order !== undefined) return place(words.indexOf(order), order.length);
  const see = elsewhere.exec(words);
  if (see !== null) {
    const named = see.groups?.see;
    return named === undefined
      ? { reference: undefined }
      : place(see.index + see[0].length - named.length, named.length);
  }
  return undefined;
}

/** 以…为准 may stand in a bracket, so it is looked for in the whole text. */
export function takenFromIn(folded: string, from: number, to: number): Pointer | undefined {
  const match = takenFrom.exec(folded.slice(from, to));
  const what = match?.groups?.what;
  if (match === null || match === undefined || what === undefined) return undefined;
  const start = from + match.index + 1;
  return { reference: [start, start + what.length] };
}

function pointedAt(words: string, at: number): readonly [number, number] | undefined {
  const opening = matched(pointerOpen, words, at);
  if (opening === "" || matched(pointerLookAlike, words, at) !== "") return undefined;
  const start = at + opening.length;
  let end: number | undefined;
  // Authorities may follow each other (招标文件所附清单), never more than a few words apart.
  for (let here = start; here < words.length && here - (end ?? start) <= (end === undefined ? 16 : 4); ) {
    if (/[,;。]/u.test(words.charAt(here))) break;
    const authority = matched(authorities, words, here) || (end === undefined ? "" : matched(pointerTail, words, here));
    if (end !== undefined && authority !== "" && /完|及时|拨付|发放|推进|执行/u.test(words.slice(end, here))) break;
    if (authority !== "") end = here + authority.length;
    here += authority === "" ? 1 : authority.length;
  }
  return end === undefined ? undefined : [start, end];
}

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
