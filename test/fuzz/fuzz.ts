import { describe, expect, test } from "vitest";
import type { Engines } from "../../src/read/engines.ts";
import { filesIn } from "../../src/read/formats/archive.ts";
import { readSource } from "../../src/read/read-source.ts";
import { endsItself } from "../../src/workflow/bounded/serve-tasks.ts";
import { chance } from "./chance.ts";
import { brokenLaw, brokenRefusal } from "./laws.ts";
import { type FuzzedFormat, fuzzedFormats } from "./seeds.ts";

// The same inputs in every build; `npm run fuzz` takes new ones, and a failure says its seed.
const fixed = 20_261_121;
const seed = process.env.PROPERTY_SEED === "random" ? Math.floor(Math.random() * 2 ** 31) : fixed;
const inputs = Number(process.env.FUZZ_INPUTS ?? 200_000);
const shares = fuzzedFormats.reduce((sum, { share }) => sum + share, 0);

const batch = 200;
/** A batch takes a fraction of a second. */
const longestMs = 30_000;

/** Declares a test of the laws for each format: inputs made by chance, so many of 200,000 as is the format's share. */
export function describeFuzz(formats: readonly FuzzedFormat[], engines: () => Engines = () => ({})): void {
  describe("inputs made by chance: none throws, none hangs, spans tile the text, every note has a place", () => {
    test.for(formats)("$name", { timeout: 600_000 }, (format) => {
      const count = Math.ceil((inputs * format.share) / shares);
      expect(firstBroken(format, count, engines())).toBeUndefined();
    });
  });
}

/** The first input that breaks a law, with all that is needed to make it again. */
function firstBroken({ make }: FuzzedFormat, count: number, engines: Engines): string | undefined {
  let number = 0;
  let broken: string | undefined;
  const readBatch = (): void => {
    for (let left = batch; left > 0 && number < count && !broken; left--, number++)
      broken = brokenBy(make(chance(seed + number)), engines);
  };
  while (number < count && !broken) {
    try {
      endsItself(longestMs, readBatch);
    } catch (error) {
      broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
      number++;
    }
  }
  if (!broken) return undefined;
  const bytes = make(chance(seed + number - 1));
  return `input ${number - 1} of seed ${seed}: ${broken}\n${Buffer.from(bytes).toString("base64")}`;
}

function brokenBy(bytes: Uint8Array, engines: Engines): string | undefined {
  const files = filesIn({ name: "x", bytes });
  if (!files.ok) return brokenRefusal(files.refusal);
  for (const file of files.value.files.slice(0, 3)) {
    const result = readSource({ name: "x", bytes: file.bytes }, engines);
    const broken = result.ok ? brokenLaw(result.value) : brokenRefusal(result.refusal);
    if (broken) return broken;
  }
  return undefined;
}
