import { foldName } from "../domain/identity.ts";
import type { Sheet, SheetLine } from "./sheet.ts";

type Row = Extract<SheetLine, { kind: "row" }>;

/** What happens to a table between the printer and the text that comes out of its file — 版面损伤. */
export type Damage = (sheet: Sheet) => Sheet;

const isRowOf = (line: SheetLine, name: string): line is Row =>
  line.kind === "row" && line.role !== "header" && foldName(line.name) === foldName(name);

function changeRow(sheet: Sheet, name: string, change: (row: Row) => readonly SheetLine[]): Sheet {
  if (!sheet.some((line) => isRowOf(line, name))) throw new Error(`no row ${name} on this sheet`);
  return sheet.flatMap((line) => (isRowOf(line, name) ? change(line) : [line]));
}

/** Position just behind some words of a cell; throws where the cell has no such words. */
function behind(cell: string, words: string): number {
  const at = cell.indexOf(words);
  if (at < 0) throw new Error(`the cell does not hold ${words}: ${cell}`);
  return at + words.length;
}

/** Where a page break goes through a row: behind which words of name, goal and list — 断行位置. */
interface Cut {
  readonly name?: string;
  readonly goal: string;
  readonly list: string;
  /** What the second page prints in the four columns of money: nothing, the right figures, or others. */
  readonly amounts?: "right" | readonly [string, string, string, string];
  /** What the first page prints there instead of the right figures. */
  readonly amountsBefore?: readonly [string, string, string, string];
  /** This many characters at the end of the first page's goal are printed again on the second. */
  readonly goalAgain?: number;
}

/** Cuts a row of seven cells by a page break — 跨页断行. */
export const cutByPageBreak = (name: string, cut: Cut): Damage => {
  return (sheet) => {
    const header = sheet.find((line) => line.kind === "row" && line.role === "header");
    const repeats = sheet.filter((line) => line.kind === "row" && line.role === "header").length > 1;
    return changeRow(sheet, name, (row) => {
      const [title = "", goal = "", list = ""] = [row.cells[0], row.cells[5], row.cells[6]];
      const at = {
        name: cut.name === undefined ? title.length : behind(title, cut.name),
        goal: behind(goal, cut.goal),
        list: behind(list, cut.list),
      };
      const right = row.cells.slice(1, 5);
      const amounts = cut.amountsBefore ?? right;
      const first = [title.slice(0, at.name), ...amounts, goal.slice(0, at.goal), list.slice(0, at.list)];
      const goalFrom = Math.max(0, at.goal - (cut.goalAgain ?? 0));
      const amountsAfter = cut.amounts === "right" ? right : (cut.amounts ?? ["", "", "", ""]);
      const second = [title.slice(at.name), ...amountsAfter, goal.slice(goalFrom), list.slice(at.list)];
      return [
        { ...row, cells: first },
        { kind: "page-break" },
        ...(repeats && header ? [header] : []),
        { ...row, cells: second },
      ];
    });
  };
};

/** Empty cells are dropped, the rest moves to the left — 缺格. Unit rows keep their cells. */
export const losingEmptyCells = (...names: readonly string[]): Damage => {
  return (sheet) =>
    names.reduce(
      (lines, name) => changeRow(lines, name, (row) => [{ ...row, cells: row.cells.filter((cell) => cell !== "") }]),
      sheet,
    );
};

/** Goal and list end up in one cell — 两格粘连. */
export const gluing = (name: string): Damage => {
  return (sheet) =>
    changeRow(sheet, name, (row) => {
      const [goal = "", list = ""] = row.cells.slice(-2);
      return [{ ...row, cells: [...row.cells.slice(0, -2), `${goal} ${list}`] }];
    });
};

/** The last cell ends behind some of its words — 截断. */
export const truncating = (name: string, words: string): Damage => {
  return (sheet) =>
    changeRow(sheet, name, (row) => {
      const list = row.cells.at(-1) ?? "";
      return [{ ...row, cells: [...row.cells.slice(0, -1), list.slice(0, behind(list, words))] }];
    });
};

/** Rows that are not there — 漏行. */
export const losingRow = (name: string): Damage => {
  return (sheet) => changeRow(sheet, name, () => []);
};

/** A column head in other words — 表头破损. */
export const spoilingHead = (printed: string, instead: string): Damage => {
  return (sheet) =>
    sheet.map((line) => {
      if (line.kind !== "row" || line.role !== "header") return line;
      if (!line.cells.includes(printed)) throw new Error(`no column head ${printed}`);
      return { ...line, cells: line.cells.map((cell) => (cell === printed ? instead : cell)) };
    });
};

/** A row that belongs to nothing, below a project — 多余的行. */
export const strayRowBelow = (name: string, cells: readonly string[]): Damage => {
  return (sheet) => changeRow(sheet, name, (row) => [row, { kind: "row", role: "stray", name: "", cells }]);
};

/** Words put in place of others in the last cell of a row — 改写指标栏. */
export const rewritingList = (name: string, printed: string, instead: string): Damage => {
  return (sheet) =>
    changeRow(sheet, name, (row) => {
      const list = row.cells.at(-1) ?? "";
      const end = behind(list, printed);
      const rewritten = list.slice(0, end - printed.length) + instead + list.slice(end);
      return [{ ...row, cells: [...row.cells.slice(0, -1), rewritten] }];
    });
};

/** Narrow columns: a blank where a line was wrapped, every so many characters — 折行空格. */
export const wrappingCells = (nameWidth: number, goalWidth: number): Damage => {
  return (sheet) =>
    sheet.map((line) => {
      if (line.kind !== "row" || line.role !== "project") return line;
      const cells = line.cells.map((cell, index) => {
        if (index === 0) return wrapped(cell, nameWidth);
        return index === line.cells.length - 2 ? wrapped(cell, goalWidth) : cell;
      });
      return { ...line, cells };
    });
};

/** Blanks only between two Han characters: elsewhere a blank could have been meant. */
function wrapped(text: string, width: number): string {
  let out = "";
  let onLine = 0;
  for (const char of text) {
    if (onLine >= width && /\p{Script=Han}/u.test(char) && /\p{Script=Han}$/u.test(out)) {
      out += " ";
      onLine = 0;
    }
    out += char;
    onLine += 1;
  }
  return out;
}

/** A page number above every page break — 页码. */
export const numberingPages: Damage = (sheet) => {
  const pages = sheet.filter((line) => line.kind === "page-break").length + 1;
  let page = 0;
  return sheet.flatMap((line): readonly SheetLine[] => {
    if (line.kind !== "page-break") return [line];
    page += 1;
    return [{ kind: "text", text: `第 ${page} 页，共 ${pages} 页` }, line];
  });
};
