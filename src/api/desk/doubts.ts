import { fieldAt } from "../../domain/field-at.ts";
import { type FieldPath, type Place, wordsAt } from "../../domain/place.ts";
import { placeInBoth } from "../../domain/place-in-words.ts";
import type { ReadingNoteCode } from "../../domain/reading.ts";
import type { Bilingual } from "../../domain/result.ts";
import { wherePrinted } from "../../domain/where-printed.ts";
import { noteInWords } from "../../rules/notes-in-words.ts";
import type { DeskReading } from "../../workflow/desk-reading.ts";
import type { DeskDoubtView } from "../contract/desk-views.ts";
import type { DeskIndex } from "./desk-index.ts";
import { confidenceOf } from "./value-views.ts";
import { whoseField } from "./whose-field.ts";

/** Notes that leave something for a person to settle; the others only tell how it was read. */
const unsettled: ReadonlySet<ReadingNoteCode> = new Set<ReadingNoteCode>([
  "lookalike-characters",
  "cell-truncated",
  "cell-clipped",
  "amount-unreadable",
  "item-unread",
  "delimiter-inside-value",
  "numbering-break",
  "row-unplaced",
  "column-unknown",
  "form-field-unknown",
  "header-damaged",
  "low-confidence",
]);

/** Below this a recognised value is shown even where the reader noted nothing. */
const lowConfidence = 60;

/** What a person should look at, what is gravest first: corrections that fit no more, rival readings, unsure words — 存疑清单. */
export function doubtsOf(desk: DeskReading, index: DeskIndex): readonly DeskDoubtView[] {
  const { machine, reading } = desk.document;
  const doubt = (kind: DeskDoubtView["kind"], path: FieldPath, said: Said, place: Place | undefined): Doubt => {
    const { of, indicator, field } = whoseField(reading, path);
    const text = fieldAt(reading.tables, path)?.text ?? (place ? wordsAt(reading.text, place).trim() : "");
    return {
      kind,
      path,
      of,
      indicator,
      field,
      text,
      title: { ...said.title },
      message: { ...said.message },
      proposal: said.proposal ?? null,
      where: place ? { ...placeInBoth(reading, place) } : null,
      sheet: (place ? index.sheetAt(place.spans[0]?.start ?? 0) : index.sheetOf(path)) + 1,
    };
  };
  const unfit = desk.document.corrections.flatMap(({ id, path, machine: seen, corrected }) => {
    const state = desk.states.get(id);
    if (state?.kind !== "unfit") return [];
    const at = state.path ?? path;
    return [doubt("unfit", at, unfitSaid(seen, corrected, state.now), reading.places[at])];
  });
  const settled = new Set(desk.document.corrections.flatMap(({ id }) => appliedPath(desk, id)));
  const competing = machine.competing
    .filter(({ subject }) => !settled.has(subject))
    .map(({ subject, options }) => doubt("competing", subject, competingSaid(options), reading.places[subject]));
  const noted = reading.notes
    .filter(({ code }) => unsettled.has(code))
    .map((note) => {
      const where = placeInBoth(reading, note.at);
      const zh = noteInWords(note, "zh", where);
      const en = noteInWords(note, "en", where);
      const said = {
        title: { zh: zh.title, en: en.title },
        message: { zh: zh.message, en: en.message },
        ...(note.proposal === undefined ? {} : { proposal: note.proposal }),
      };
      return doubt(note.code === "low-confidence" ? "low-confidence" : "note", note.subject, said, note.at);
    });
  const told = new Set(noted.map(({ path }) => path));
  const all = [...unfit, ...competing, ...noted, ...unsure(desk, index, told, settled, doubt)];
  return all.map((one, id) => ({ id, ...one }));
}

type Doubt = Omit<DeskDoubtView, "id">;

interface Said {
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly proposal?: string;
}

function appliedPath(desk: DeskReading, id: string): FieldPath[] {
  const state = desk.states.get(id);
  return state?.kind === "applied" ? [state.path] : [];
}

/** Values whose words were recognised with little confidence, and of which nothing was said yet. */
function unsure(
  desk: DeskReading,
  index: DeskIndex,
  told: ReadonlySet<FieldPath>,
  settled: ReadonlySet<FieldPath>,
  doubt: (kind: "low-confidence", path: FieldPath, said: Said, place: Place) => Doubt,
): Doubt[] {
  const { reading } = desk.document;
  if (!reading.runs.some(({ confidence }) => confidence !== undefined)) return [];
  return index.values.flatMap(({ path, place }) => {
    const confidence = confidenceOf(wherePrinted(reading, place));
    if (confidence === undefined || confidence >= lowConfidence || told.has(path) || settled.has(path)) return [];
    return [doubt("low-confidence", path, confidenceSaid(confidence), place)];
  });
}

const confidenceSaid = (confidence: number): Said => ({
  title: { zh: "识别把握不大", en: "Recognised with little confidence" },
  message: {
    zh: `这些字由图像识别而来，把握约 ${confidence}%，请对照原件。`,
    en: `These words were recognised from an image, with a confidence of about ${confidence} %: compare them with the page.`,
  },
});

function competingSaid(options: readonly { readonly text: string; readonly taken: boolean }[]): Said {
  const rivals = options.filter(({ taken }) => !taken).map(({ text }) => text);
  return {
    title: { zh: "两种读法", en: "Two readings" },
    message: {
      zh: `原件还印有另一种读法：${rivals.join("、")}。`,
      en: `The source gives it otherwise as well: ${rivals.join(", ")}.`,
    },
  };
}

function unfitSaid(seen: string, corrected: string, now: string | undefined): Said {
  const zh = now === undefined ? "现在的读取结果里没有找到这个值" : `机器现在读作“${now}”`;
  const en = now === undefined ? "the value is not found in the present reading" : `the machine now reads “${now}”`;
  return {
    title: { zh: "更正需重新核对", en: "A correction to be looked at again" },
    message: {
      zh: `更正时机器读作“${seen}”，改为“${corrected}”；${zh}，所以没有套用。`,
      en: `When “${seen}” was read, it was corrected to “${corrected}”; ${en}, so the correction is not applied.`,
    },
  };
}
