// 入库与检索的速度 · how fast tables are kept and searched, beside floors measured in the same run.
//   node bench/import-and-search.ts [indicators] [file.sqlite | postgres | postgres://…]
// `postgres` starts one of its own, as the tests do. Another place that is named is kept, and not filled again where it holds
// enough.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { countReading } from "../src/domain/count-reading.ts";
import { makeMany } from "../src/example/make-many.ts";
import { printTable } from "../src/example/print-table.ts";
import { type TypedValues, targetTable } from "../src/example/target-table.ts";
import { readText } from "../src/read/read-source.ts";
import { runChecks } from "../src/rules/run-checks.ts";
import { openStore } from "../src/store/open-store.ts";
import type { ImportRecord, ProjectFilter, Store } from "../src/store/store.ts";
import { startPostgres } from "../test/support/postgres.ts";
import { median, perSecond } from "./measure.ts";

const wanted = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "jiheng-bench-"));
const place = process.argv[3] ?? join(folder, "bench.sqlite");
const server = place === "postgres" ? await startPostgres(["shared_buffers=512MB", "max_wal_size=4GB"]) : undefined;
const location = server?.url ?? place;
const store = await openStore(location);
console.log(`${store.engine}, Node ${process.version}`);

const whole = wholeRecords(20_000);
await floorOfInserts();
if ((await store.figures()).indicators < wanted) {
  await imports("import, read and checked, into an empty store", whole);
  console.log(`filled with ${await fill(wanted)}`);
}
const many = wanted.toLocaleString("en");
await imports(`import, read and checked, beside ${many}`, wholeRecords(20_000, 3 + (Date.now() % 1_000)));
await floorOfQueries();
await searches();
await pages();
await store.close();
if (store.engine === "sqlite") console.log(`${(statSync(location).size / wanted).toFixed(0)} bytes per indicator`);
await server?.stop();
rmSync(folder, { recursive: true, force: true });

interface Counted {
  readonly record: ImportRecord;
  readonly indicators: number;
}

/** As an import brings them: printed, read with all places, checked. */
function wholeRecords(indicators: number, seed = 3): readonly Counted[] {
  return [...makeMany({ indicators, seed, years: [2025] })].map((table, n) => {
    const bytes = Buffer.from(printTable(table));
    const reading = readText({ name: `${seed}-${n}.txt`, bytes, year: table.year });
    const { findings } = runChecks(reading);
    const record = recordOf({ bytes, reading, findings }, 900_000 + seed, table.year);
    return { record, indicators: countReading(reading).indicators };
  });
}

function recordOf(
  read: Pick<ImportRecord, "bytes" | "reading" | "findings">,
  region: number,
  year: number,
): ImportRecord {
  return { ...read, region, year, sourceUrl: undefined, actor: "bench", at: new Date() };
}

async function imports(name: string, records: readonly Counted[]): Promise<void> {
  const start = performance.now();
  for (const { record } of records) await store.keepImport(record);
  const took = performance.now() - start;
  const indicators = records.reduce((sum, one) => sum + one.indicators, 0);
  console.log(`${name.padEnd(52)} ${perSecond(indicators, took).padStart(10)} indicators/s (${records.length} files)`);
}

/** Fills the store with tables that were never printed: same rows, smaller readings. */
async function fill(indicators: number): Promise<string> {
  const typed: TypedValues = new Map();
  const empty = readText({ name: "", bytes: Buffer.from(" ") });
  let spent = 0;
  let n = 0;
  for (const table of makeMany({ indicators })) {
    const name = `${n++}.txt`;
    const source = { ...empty.source, name, sha256: n.toString(16).padStart(64, "0") };
    const reading = { ...empty, source, notes: [], tables: [targetTable(table, typed)] };
    const record = recordOf({ bytes: Buffer.from(name), reading, findings: [] }, table.region, table.year);
    const start = performance.now();
    await store.keepImport(record);
    spent += performance.now() - start;
    if (n % 500 === 0) process.stderr.write(`\r${n} files`);
  }
  process.stderr.write("\r");
  return `${n} files, ${perSecond(indicators, spent)} indicators/s`;
}

/** What SQLite takes for as many bare rows of the same words, without any index: no import can be faster. */
async function floorOfInserts(): Promise<void> {
  const database = new DatabaseSync(join(folder, "floor.sqlite"));
  database.exec("pragma journal_mode = wal; pragma synchronous = full; create table bare (name, cycle, annual)");
  const insert = database.prepare("insert into bare values (?, ?, ?)");
  const start = performance.now();
  let rows = 0;
  for (const { record } of whole) {
    database.exec("begin");
    for (const { declarations } of record.reading.tables)
      for (const { indicators } of declarations)
        for (const one of indicators) {
          insert.run(one.name, one.cycleTarget?.text ?? null, one.annualTarget?.text ?? null);
          rows++;
        }
    database.exec("commit");
  }
  const took = performance.now() - start;
  console.log(
    `${"floor: bare rows into SQLite, as many commits".padEnd(52)} ${perSecond(rows, took).padStart(10)} rows/s`,
  );
  database.close();
}

function report(name: string, times: readonly number[], more = ""): void {
  const sorted = [...times].sort((a, b) => a - b);
  const p95 = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))]!;
  console.log(
    `${name.padEnd(30)} p50 ${median(times).toFixed(1).padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms  ${more}`,
  );
}

async function repeated(rounds: number, act: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return times;
}

/** One question that needs no index: the round trip that every search pays several times. */
async function floorOfQueries(): Promise<void> {
  report("floor: a bare query", await repeated(200, () => store.documentWithHash("0".repeat(64))));
}

async function searches(): Promise<void> {
  const all: number[] = [];
  const words =
    "率 满意 满意度 满意率 培训 及时 ≥ % 个 验收合格 资金拨付 物业 物业服务 皮影 茶马古道 鲟 钕 满意度率 服务 对象 2 100% 维修%20工程 教育局 学校%20满意";
  for (const word of words.split(" ")) {
    const question = word.replaceAll("%20", " ");
    const { projects, indicators } = await store.search(question, 20);
    const times = await repeated(20, () => store.search(question, 20));
    all.push(...times);
    const said = (count: typeof projects.count) => `${count.n}${count.capped ? `+ (≈${count.estimate})` : ""}`;
    report(question, times, `projects ${said(projects.count)}, indicators ${said(indicators.count)}`);
  }
  report("all searches", all, "bar: p95 ≤ 60");
  const { rows } = await store.projects({}, { sort: "year-desc", limit: 1, offset: 0 });
  const filters: readonly (readonly [string, ProjectFilter])[] = [
    ["one year", { years: [2024] }],
    ["one unit", { units: rows.map(({ unitId }) => unitId) }],
    ["quantities", { valueKinds: ["quantity"] }],
  ];
  for (const [name, filter] of filters)
    for (const question of ["满意", "满意度", "物业", "茶马古道"])
      report(`${question}, ${name}`, await repeated(5, () => store.search(question, 20, filter)));
}

async function pages(): Promise<void> {
  const page = { sort: "total-desc", limit: 20, offset: 0 } as const;
  const filters: readonly (readonly [string, ProjectFilter])[] = [
    ["all", {}],
    ["one year", { years: [2024] }],
    ["one region", { regions: [firstRegion()] }],
    ["text 物业", { text: "物业" }],
    ["text 满意", { text: "满意" }],
  ];
  for (const [name, filter] of filters) {
    report(`projects, ${name}`, await repeated(5, () => store.projects(filter, page)));
    report(`facets, ${name}`, await repeated(5, () => store.facets(filter)));
    report(`profile, ${name}`, await repeated(5, () => store.profile(filter)));
  }
  report("figures", await repeated(5, () => store.figures()));
  report("departments", await repeated(5, () => store.departments()));
  const { rows } = await store.projects({}, page);
  report("project", await repeated(20, () => store.project(rows[0]!.key)));
  report("document", await repeated(20, () => store.document(rows[0]!.document)));
  report("each project of one year", await repeated(1, () => countEach(store, { years: [2024] })));
}

function firstRegion(): number {
  return [...makeMany({ indicators: 1 })][0]!.region;
}

async function countEach(from: Store, filter: ProjectFilter): Promise<number> {
  let n = 0;
  for await (const _ of from.eachProject(filter)) n++;
  return n;
}
