import type { CompetingReading } from "../../../domain/reading.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { optionAt } from "../../sums/competing-option.ts";
import type { FundingOption } from "./align-row.ts";

/**
 * Files all readings of each recognised figure of a row, and which was taken — 识别的竞争读法. The sum of the units tells,
 * else the row itself, else what the recogniser thought likeliest.
 */
export function fileReadings(record: ReadingRecord, option: FundingOption, path: string, settled: boolean): void {
  const cells = Object.entries(option.cells);
  const sumsUp = cells.length > 1 && option.cost < 10;
  const because: CompetingReading["because"] = settled ? "sum" : sumsUp ? "same-row" : "order";
  for (const [column, { readings, text, span }] of cells) {
    if (!readings || readings.length < 2) continue;
    record.competing.push({
      subject: `${path}/${column}`,
      options: readings.map((one) => ({ ...optionAt(record, [span], one === text), text: one })),
      because,
    });
  }
}
