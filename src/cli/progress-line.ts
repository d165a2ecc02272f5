import type { Bilingual, Language } from "../domain/result.ts";
import { clippedTo } from "./display-width.ts";

/** How far a command has got — 进度. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly elapsedMs: number;
  /** What is being worked on. */
  readonly what: Bilingual;
}

/** `12/53 · 40 个/秒 · 还需 1 秒 · …`, no wider than the screen — 进度行. Rate and time left once there is something to measure. */
export function progressLine({ done, of, elapsedMs, what }: Progress, language: Language, columns: number): string {
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const measured = done > 0 && elapsedMs >= 250;
  const zh = language === "zh";
  const parts = [
    `${done}/${of}`,
    ...(measured ? [zh ? `${rateText(rate)} 个/秒` : `${rateText(rate)}/s`] : []),
    ...(measured ? [(zh ? "还需 " : "") + duration((of - done) / rate, zh) + (zh ? "" : " left")] : []),
    what[language],
  ];
  return clippedTo(columns, parts.join(" · "));
}

const rateText = (rate: number): string => (rate >= 10 ? String(Math.round(rate)) : rate.toFixed(1));

function duration(seconds: number, zh: boolean): string {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return zh ? `${whole} 秒` : `${whole} s`;
  return zh ? `${minutes} 分 ${whole % 60} 秒` : `${minutes} min ${whole % 60} s`;
}
