import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { wireTo } from "./wire.ts";

/** A row as the database gives it. */
export type Row = Record<string, unknown>;

/** A PostgreSQL of the test's own; what is run stands in a schema, so that tests do not see each other's tables. */
export interface Postgres {
  /** Runs the statements of a file one after another. */
  readonly run: (schema: string, file: string) => Promise<void>;
  /** Loads a file of comma-separated values with a header into a table. */
  readonly load: (schema: string, table: string, file: string) => Promise<void>;
  readonly rows: (query: string) => Promise<Row[]>;
  /** Where a program reaches it as this role. */
  readonly address: (role: string) => Promise<string>;
  /**
   * Ends it as a crash does, and lets it start anew. PGlite, which is within this process, loses its connections alone, in the middle of
   * what was said over them.
   */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** How its programs reach it. */
  readonly reach: readonly string[];
  readonly end: () => Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";

/** Where nested loops are chosen for want of statistics, the plan takes minutes on tables that were just filled. */
const settings = (schema: string): string => `-c enable_nestloop=off -c search_path=${schema}`;

/**
 * The PostgreSQL of all tests: the server whose programs lie in the folder that `POSTGRES` names (`POSTGRES=npm`: the
 * one from npm), else Debian's where it is installed, else PGlite from npm, which is PostgreSQL within this process.
 */
export async function startPostgres(): Promise<Postgres> {
  const programs = programsOf();
  return programs === undefined ? fromNpm() : startServer(programs);
}

/** Where the programs of that server lie, such as `pg_dump`; undefined where it is PGlite, which has none. */
export function programsOf(): string | undefined {
  const named = process.env["POSTGRES"];
  return named === "npm" ? undefined : (named ?? debian());
}

function debian(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const version = readdirSync(DEBIAN)
    .filter((name) => existsSync(join(DEBIAN, name, "bin/initdb")))
    .at(-1);
  return version === undefined ? undefined : join(DEBIAN, version, "bin");
}

async function fromNpm(): Promise<Postgres> {
  const { PGlite } = await import("@electric-sql/pglite");
  const database = await PGlite.create();
  let wire: ReturnType<typeof wireTo> | undefined;
  let port: number | undefined;
  const within = (schema: string): Promise<unknown> =>
    database.exec(
      `create schema if not exists ${schema}; set search_path = ${schema}; set enable_nestloop = off`,
    );
  return {
    async run(schema, file) {
      await within(schema);
      await database.exec(readFileSync(file, "utf8"));
    },
    async load(schema, table, file) {
      await within(schema);
      const blob = new Blob([readFileSync(file)]);
      await database.query(`copy ${table} from '/dev/blob' with (format csv, header)`, [], { blob });
    },
    rows: async (query) => (await database.query<Row>(query)).rows,
    address: async (role) =>
      `postgres://${role}@127.0.0.1:${(await (wire ??= wireTo(database))).port}/postgres`,
    reach: [],
    async kill() {
      port = (await wire)?.port;
      await (await wire)?.end();
    },
    async start() {
      await (wire = wireTo(database, port));
    },
    async end() {
      await (await wire)?.end();
      await database.close();
    },
  };
}

/** Servers do not run as root: there, Debian's user for them takes its place. */
function asServer(program: string, ...given: string[]): void {
  const command = [program, ...given];
  const [first, ...rest] =
    process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
  const ran = spawnSync(first!, rest, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    cwd: tmpdir(),
  });
  if (ran.status !== 0) throw new Error(`${command.join(" ")}: ${ran.stderr || String(ran.error)}`);
}

/** Whether a process is there; one that has ended and nobody has asked for is not. */
function isThere(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** A server in a folder that is thrown away, reached over a socket in that folder. */
async function startServer(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-pg-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  const log = join(folder, "log");
  const port = 54_000 + (process.pid % 5_000);
  // Told to answer before anything is on the disk: what has to be there says so itself.
  const lax = "-c fsync=off -c synchronous_commit=off -c wal_writer_delay=10s";
  const own = `-p ${port} -k ${folder} -c listen_addresses='' ${lax}`;
  asServer(join(programs, "initdb"), "-D", data, "-A", "trust", "-U", "tarmaq", "-E", "UTF8", "--no-sync");
  const start = (): void => {
    asServer(join(programs, "pg_ctl"), "-D", data, "-w", "-l", log, "-o", own, "start");
  };
  start();
  const { default: pg } = await import("pg");
  const connected = async (): Promise<InstanceType<typeof pg.Client>> => {
    const opened = new pg.Client({ host: folder, port, user: "tarmaq", database: "postgres" });
    opened.on("error", () => undefined);
    await opened.connect();
    return opened;
  };
  let client = await connected();
  const psql = async (schema: string, cwd: string, ...given: string[]): Promise<void> => {
    await client.query(`create schema if not exists ${schema}`);
    const base = ["-h", folder, "-p", String(port), "-U", "tarmaq", "-d", "postgres", "-q"];
    execFileSync(join(programs, "psql"), [...base, "-v", "ON_ERROR_STOP=1", ...given], {
      cwd,
      env: { ...process.env, PGOPTIONS: settings(schema) },
    });
  };
  return {
    run: (schema, file) => psql(schema, dirname(file), "-f", basename(file)),
    load: (schema, table, file) =>
      psql(schema, dirname(file), "-c", `\\copy ${table} from '${basename(file)}' csv header`),
    rows: async (query) => (await client.query<Row>(query)).rows,
    address: (role) =>
      Promise.resolve(`postgres://${role}@localhost:${port}/postgres?host=${encodeURIComponent(folder)}`),
    async kill() {
      const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
      // Stopped first, lest it have a child that was not there to be counted.
      process.kill(pid, "SIGSTOP");
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
        .trim()
        .split(" ")
        .map(Number);
      for (const one of [pid, ...children]) process.kill(one, "SIGKILL");
      while ([pid, ...children].some(isThere)) await new Promise((gone) => setTimeout(gone, 10));
      // Ended and not asked for yet, it would be taken for one that runs.
      for (const lock of [join(data, "postmaster.pid"), join(folder, `.s.PGSQL.${port}.lock`)])
        rmSync(lock, { force: true });
    },
    async start() {
      start();
      client = await connected();
    },
    reach: ["-h", folder, "-p", String(port), "-U", "tarmaq"],
    async end() {
      await client.end();
      asServer(join(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
