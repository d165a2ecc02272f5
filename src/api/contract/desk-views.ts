import * as z from "zod";
import { BilingualView, count, KeyView, SourceView, span } from "./basic-views.ts";
import { CorrectionView } from "./correction-view.ts";
import { DifferenceView, DocumentRowView } from "./document-views.ts";
import { ExcerptView } from "./reading-views.ts";

/** A rectangle on the page that is shown, in its points — 矩形. */
export const BoxView = z
  .object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() })
  .meta({ id: "Box", description: "页面上的矩形，单位与页面宽高相同 · in the units of the page's width and height" });
export type BoxView = z.infer<typeof BoxView>;

/** A stretch of the document's text that belongs to a value, or to none — 单元格中的文字. */
const stretch = z.object({
  start: count,
  text: z.string(),
  path: z.string().nullable().describe("所属字段 · the value that it belongs to"),
  unplaced: z.boolean().describe("没有归处 · belongs to no value though it should"),
});

/** A row of cells as they stand in a sheet or table — 单元格视图的一行. */
export const GridRowView = z.object({
  name: z.string().describe("行号 · as the sheet counts it"),
  cells: z.array(z.object({ column: count, rows: count, columns: count, stretches: z.array(stretch) })),
});
export type GridRowView = z.infer<typeof GridRowView>;

/** How one page, sheet or part of a document is shown — 原件视图. */
export const SightView = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("page"),
      width: z.number(),
      height: z.number(),
      scanned: z.boolean(),
      image: z.string().nullable().describe("页面图像地址 · address of the picture of the page"),
      cells: z.array(BoxView).describe("机器看到的单元格 · cells that the machine saw"),
      words: z.array(z.object({ text: z.string(), box: BoxView })).describe("机器读到的字 · what the machine read"),
    }),
    z.object({
      kind: z.literal("grid"),
      blocks: z.array(
        z.object({
          isTable: z.boolean().describe("否则为表外的一行字 · else a line outside tables"),
          letters: z.array(z.string()).describe("列名，仅工作表 · names of columns, of sheets only"),
          rows: z.array(GridRowView),
        }),
      ),
    }),
    z.object({ kind: z.literal("text"), excerpt: ExcerptView }),
  ])
  .meta({ id: "Sight", description: "原件视图：页面图像、单元格或文字 · a page, cells, or text" });
export type SightView = z.infer<typeof SightView>;

/** A value with its place, and what is known of how it was read — 核对的值. */
export const DeskValueView = z
  .object({
    path: z.string(),
    field: z.string(),
    kind: z
      .enum(["words", "name", "amount", "level", "target", "printed"])
      .describe("printed：只可查看 · to be seen only"),
    text: z.string(),
    machine: z.string(),
    unit: z.string().nullable().describe("金额单位 · unit of money"),
    where: BilingualView.nullable(),
    boxes: z.array(BoxView).describe("在所示页面上 · on the page that is shown"),
    spans: z.array(span),
    state: z.enum(["machine", "corrected", "unfit"]),
    confidence: z.number().nullable().describe("识别把握，0–100 · where the words were recognised from an image"),
    notes: z.array(z.object({ title: BilingualView, message: BilingualView, proposal: z.string().nullable() })),
    options: z.array(z.object({ text: z.string(), taken: z.boolean(), where: BilingualView })),
  })
  .meta({ id: "DeskValue", description: "一个值：机器读法、现值、位置、疑点 · a value as read and as it holds" });
export type DeskValueView = z.infer<typeof DeskValueView>;

/** The values of one project, subtotal or table — 一个项目的值. */
export const DeskGroupView = z
  .object({
    path: z.string(),
    of: z.enum(["table", "unit", "project"]),
    title: z.string(),
    page: z.string().nullable(),
    values: z.array(DeskValueView),
    indicators: z.array(z.object({ path: z.string(), values: z.array(DeskValueView) })),
  })
  .meta({ id: "DeskGroup" });
export type DeskGroupView = z.infer<typeof DeskGroupView>;

/** Something that a person should look at — 要再看一眼的. */
export const DeskDoubtView = z
  .object({
    id: count.describe("在清单中的序号 · its number in the list"),
    kind: z.enum(["unfit", "competing", "low-confidence", "note"]),
    path: z.string(),
    of: z.string(),
    indicator: z.string().nullable(),
    field: z.string(),
    text: z.string(),
    title: BilingualView,
    message: BilingualView,
    proposal: z.string().nullable(),
    where: BilingualView.nullable(),
    sheet: count,
  })
  .meta({ id: "DeskDoubt", description: "存疑之处 · what a person should look at" });
export type DeskDoubtView = z.infer<typeof DeskDoubtView>;

/** Text that found no place — 没有归处的文字. */
export const UnplacedView = z
  .object({ start: count, end: count, text: z.string(), where: BilingualView, sheet: count, boxes: z.array(BoxView) })
  .meta({ id: "Unplaced" });
export type UnplacedView = z.infer<typeof UnplacedView>;

/** What a person chose on the desk: a value, or words without a place — 选中的. */
export const ChosenView = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("value"),
      of: z.string(),
      indicator: z.string().nullable(),
      value: DeskValueView,
      corrections: z.array(CorrectionView),
    }),
    z.object({
      kind: z.literal("unplaced"),
      words: UnplacedView,
      targets: z.array(
        z.object({
          path: z.string(),
          of: z.string(),
          indicator: z.string().nullable(),
          field: z.string(),
          text: z.string(),
          near: z.boolean(),
        }),
      ),
    }),
  ])
  .meta({ id: "Chosen" });
export type ChosenView = z.infer<typeof ChosenView>;

/** The reading desk for one page, sheet or part of a document — 核对台. */
export const DeskView = z
  .object({
    document: SourceView,
    row: DocumentRowView,
    self: z.string(),
    page: z.string(),
    mayCorrect: z.boolean(),
    sheets: z.array(z.object({ name: BilingualView, scanned: z.boolean(), doubts: count })),
    sheet: count.describe("所示的一页，自 1 计 · what is shown, from 1"),
    sight: SightView,
    groups: z.array(DeskGroupView),
    unplaced: z.array(UnplacedView),
    unplacedElsewhere: z.array(UnplacedView).describe("其他页上的 · on other pages"),
    doubts: z.array(DeskDoubtView),
    doubtCount: count.describe("存疑总数，列表有上限 · of all; the list has an end"),
    corrections: z.array(CorrectionView),
    differences: z.array(DifferenceView),
    chosen: ChosenView.nullable(),
  })
  .meta({
    id: "Desk",
    description: "核对台：原件的一页与从中读出的值 · a page of the original and what was read from it",
  });
export type DeskView = z.infer<typeof DeskView>;

/** One value of the same kind, before and after — 同类更正. */
export const SameKindView = z
  .object({
    of: z.string(),
    indicator: z.string().nullable(),
    field: z.string(),
    before: z.string(),
    after: z.string(),
    slip: z
      .object({ from: z.string(), to: z.string(), known: z.boolean() })
      .nullable()
      .describe("误读的几个字；known：已知的形近字 · the characters that were mistaken; known: never right"),
    items: z.array(
      z.object({
        path: z.string(),
        of: z.string(),
        indicator: z.string().nullable(),
        field: z.string(),
        before: z.string(),
        after: z.string(),
        equal: z.boolean().describe("整值相同，栏目也相同 · the whole value is the same, in the same kind of field"),
        where: BilingualView.nullable(),
        sheet: count,
      }),
    ),
    more: count,
  })
  .meta({ id: "SameKind", description: "同类之处的更正预览 · the same correction elsewhere, before and after" });
export type SameKindView = z.infer<typeof SameKindView>;

/** What a program or a form sends to correct values — 更正请求. */
export const CorrectionForm = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        path: z.string().max(300),
        text: z.string().max(20_000),
        seen: z.string().max(100_000),
        placed: z
          .array(z.strictObject({ start: count, end: count }))
          .max(20)
          .optional(),
      }),
    )
    .min(1)
    .max(2_000),
  why: z.string().max(2_000),
  who: z.string().max(200),
});
export type CorrectionForm = z.infer<typeof CorrectionForm>;

/** What a person ticked in a preview of the same correction elsewhere — 同类更正请求. */
export const SameKindForm = z.strictObject({
  paths: z.array(z.string().max(300)).max(2_000),
  before: z.string().max(100_000),
  after: z.string().max(20_000),
  from: z.string().max(100),
  to: z.string().max(100),
  why: z.string().max(2_000),
  who: z.string().max(200),
});
export type SameKindForm = z.infer<typeof SameKindForm>;

/** What takes corrections back: one, or a batch — 撤销请求. */
export const UndoForm = z.strictObject({
  what: z.string().max(80),
  why: z.string().max(2_000),
  who: z.string().max(200),
});
export type UndoForm = z.infer<typeof UndoForm>;

/** What was done — 更正结果. */
export const CorrectedView = z
  .object({ document: KeyView, page: z.string(), batch: z.string().nullable(), corrections: count })
  .meta({ id: "Corrected" });
export type CorrectedView = z.infer<typeof CorrectedView>;
