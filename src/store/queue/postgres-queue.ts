import { createHash } from "node:crypto";
import pg from "pg";
import { type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { v7 as newId } from "uuid";
import type { Refusal } from "../../domain/result.ts";
import type { Handled, JobQueue, QueuedFile, QueueTiming, Worker, WorkerOptions } from "./job-queue.ts";

const queue = "import";
const dead = "import-refused";
const tries = 3;
const tenYears = 10 * 365 * 24 * 3600;

const usual: QueueTiming = { heartbeatSeconds: 30, lookSeconds: 15, retrySeconds: 5 };

/** What pg-boss carries: the file itself stands in a table of ours. */
interface Ticket {
  readonly file: string;
}

/** Opens the queue of a PostgreSQL database whose schema is up to date — 打开任务队列. pg-boss brings its own along. */
export async function openQueue(url: string, timing: QueueTiming = usual): Promise<JobQueue> {
  const pool = new pg.Pool({ connectionString: url });
  pool.on("error", () => {}); // replaced by the pool; its next user gets the error, if it stays
  const boss = await startBoss(url, timing);
  return {
    enqueue: (file) => enqueue(pool, boss, file),
    work: (options) => work(url, pool, timing, options),
    status: () => status(pool, boss),
    retryRefused: () => retryRefused(pool, boss),
    async close() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}

/** One that only sends does not watch over the others. */
async function startBoss(url: string, timing: QueueTiming, supervise = false): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: "jiheng_jobs",
    application_name: "jiheng queue",
    schedule: false,
    supervise,
    superviseIntervalSeconds: timing.lookSeconds,
    monitorIntervalSeconds: timing.lookSeconds,
  });
  boss.on("error", () => {}); // each call tells its own; what pg-boss does by itself it tries again
  await boss.start();
  const keeping = { retentionSeconds: tenYears, heartbeatSeconds: timing.heartbeatSeconds };
  await boss.createQueue(dead, { retentionSeconds: tenYears });
  await boss.createQueue(queue, {
    ...keeping,
    deadLetter: dead,
    retryLimit: tries - 1,
    retryDelay: timing.retrySeconds,
    expireInSeconds: 3600,
  });
  return boss;
}

async function enqueue(pool: pg.Pool, boss: PgBoss, file: QueuedFile): Promise<"queued" | "queued-before"> {
  const id = newId();
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rowCount } = await client.query(
      `insert into queued_file (id, name, sha256, bytes, region, year, source_url, actor)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        id,
        file.name,
        createHash("sha256").update(file.bytes).digest("hex"),
        Buffer.from(file.bytes),
        file.region,
        file.year ?? null,
        file.sourceUrl ?? null,
        file.actor,
      ],
    );
    if (rowCount === 1) {
      const ticket: Ticket = { file: id };
      await boss.send(queue, ticket, { db: { executeSql: (text, values) => client.query(text, values) } });
    }
    await client.query("commit");
    return rowCount === 1 ? "queued" : "queued-before";
  } catch (error) {
    await client.query("rollback").catch(() => {}); // the connection is gone, and its transaction with it
    throw error;
  } finally {
    client.release();
  }
}

async function work(url: string, pool: pg.Pool, timing: QueueTiming, options: WorkerOptions): Promise<Worker> {
  const boss = await startBoss(url, timing, true);
  boss.on("error", (error) => options.onTrouble(error));
  await boss.work(
    queue,
    { localConcurrency: options.jobs, pollingIntervalSeconds: 0.5, includeMetadata: true, perJobResults: true },
    (jobs: JobWithMetadata<Ticket>[]): Promise<JobResult[]> =>
      Promise.all(jobs.map((job) => handle(pool, job, options))),
  );
  return { stop: () => boss.stop({ graceful: true, timeout: 150_000 }) };
}

async function handle(
  pool: pg.Pool,
  { id, data, retryCount, retryLimit }: JobWithMetadata<Ticket>,
  options: WorkerOptions,
): Promise<JobResult> {
  try {
    const file = await take(pool, data.file, options.name);
    if (!file) return { id, status: "completed" }; // another worker was thought dead, and was not
    const handled = await options.handle(file);
    if (handled.kind === "refused" && handled.again && retryCount < retryLimit) {
      await letGo(pool, data.file);
      return { id, status: "failed", output: { code: handled.refusal.code } };
    }
    await end(pool, data.file, handled);
    return { id, status: handled.kind === "kept" ? "completed" : "deadletter" };
  } catch (error) {
    options.onTrouble(error);
    return { id, status: "failed", output: { error: String(error) } };
  }
}

async function take(pool: pg.Pool, id: string, by: string): Promise<QueuedFile | undefined> {
  const { rows } = await pool.query<{
    name: string;
    bytes: Buffer;
    region: number;
    year: number | null;
    source_url: string | null;
    actor: string;
  }>(
    `update queued_file set taken_at = now(), taken_by = $2 where id = $1 and ended_at is null
     returning name, bytes, region, year, source_url, actor`,
    [id, by],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { name, bytes, region, year, source_url, actor } = row;
  return { name, bytes, region, year: year ?? undefined, sourceUrl: source_url ?? undefined, actor };
}

async function letGo(pool: pg.Pool, id: string): Promise<void> {
  await pool.query("update queued_file set taken_at = null, taken_by = null where id = $1", [id]);
}

/** The bytes of what is kept stand with the document; those of what is refused stay for another try. */
async function end(pool: pg.Pool, id: string, handled: Handled): Promise<void> {
  if (handled.kind === "kept")
    await pool.query(
      "update queued_file set ended_at = now(), outcome = $2, detail = $3, bytes = null where id = $1 and ended_at is null",
      [id, handled.outcome, JSON.stringify({ document: handled.document })],
    );
  else
    await pool.query(
      "update queued_file set ended_at = now(), outcome = 'refused', detail = $2 where id = $1 and ended_at is null",
      [id, JSON.stringify(handled.refusal)],
    );
}

const workersLost: Refusal = {
  code: "workers-lost",
  message: {
    zh: `处理它的进程 ${tries} 次都没有了消息。`,
    en: `${tries} workers that took it were never heard of again.`,
  },
  hint: {
    zh: "请查看那些机器的内存和日志，再用 jiheng queue --retry 重试。",
    en: "Look at the memory and the logs of those machines, then run jiheng queue --retry.",
  },
};

/** What pg-boss gave up by itself, no worker could write down. */
async function writeDownLost(pool: pg.Pool, boss: PgBoss): Promise<void> {
  const given = await boss.findJobs<Ticket>(dead, { queued: true });
  const ids = given.map(({ data }) => data.file);
  if (ids.length > 0)
    await pool.query(
      "update queued_file set ended_at = now(), outcome = 'refused', detail = $2 where id = any($1) and ended_at is null",
      [ids, JSON.stringify(workersLost)],
    );
}

async function status(pool: pg.Pool, boss: PgBoss) {
  await writeDownLost(pool, boss);
  const counts = await pool.query<{ waiting: number; kept: number; refused: number }>(
    `select count(*) filter (where ended_at is null and taken_at is null)::int as waiting,
            count(*) filter (where ended_at is not null and outcome <> 'refused')::int as kept,
            count(*) filter (where outcome = 'refused')::int as refused from queued_file`,
  );
  const taken = await pool.query<{ name: string; by: string; since: Date }>(
    `select name, taken_by as by, taken_at as since from queued_file
     where ended_at is null and taken_at is not null order by taken_at limit 100`,
  );
  const refused = await pool.query<{ name: string; at: Date; detail: Refusal }>(
    `select name, ended_at as at, detail from queued_file where outcome = 'refused' order by ended_at desc limit 100`,
  );
  return {
    ...counts.rows[0]!,
    underWay: taken.rows.map(({ name, by, since }) => ({ name, by, since: since.toISOString() })),
    refusals: refused.rows.map(({ name, at, detail }) => ({ name, at: at.toISOString(), refusal: detail })),
  };
}

async function retryRefused(pool: pg.Pool, boss: PgBoss): Promise<number> {
  await writeDownLost(pool, boss);
  const { rowCount } = await pool.query(
    `update queued_file set ended_at = null, outcome = null, detail = null, taken_at = null, taken_by = null
     where outcome = 'refused'
       and not exists (select 1 from queued_file other where other.sha256 = queued_file.sha256 and other.ended_at is null)`,
  );
  const limit = 1_000;
  for (let moved = limit; moved === limit; ) moved = await boss.redrive(dead, { destination: queue, limit });
  return rowCount ?? 0;
}
