import type { Pool, PoolClient } from "pg";
import { Trouble } from "../../model/trouble.ts";
import { reasonOf, Unkept } from "../unkept.ts";

/** What a store is called where it fails. */
export const STORE_PLACE = "the store";
/** Milliseconds that somebody waits for the store before it is said to be away. */
const LONGEST_MS = 5000;
const MOST_CONNECTIONS = 4;

/**
 * The beginning of a statement that adds: it is told to be kept only once it is on the disk, also where the database was
 * told to answer before that. A stricter setting stays.
 */
export const LASTING = `lasting as materialized (
  select set_config('synchronous_commit', coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), true))`;

/** Whether an address is that of a PostgreSQL. */
const isPostgres = (address: string): boolean => /^postgres(?:ql)?:\/\//u.test(address);

/** A PostgreSQL that is asked over some connections; what fails is `Unkept`, and nothing of the address is in that. */
export class Database {
  private constructor(private readonly pool: Pool) {}

  /** Connects to nobody yet. Throws `Trouble`, without the address: a password may stand in it. */
  static async at(address: string): Promise<Database> {
    if (!isPostgres(address) || !URL.canParse(address))
      throw new Trouble("the address of the store is not well formed", {
        place: "--store",
        wayOut: "Write postgres://USER@HOST:5432/DATABASE, the password in PGPASSWORD or in a .pgpass file.",
      });
    const { default: pg } = await import("pg");
    const pool = new pg.Pool({
      connectionString: address,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: LONGEST_MS,
      query_timeout: LONGEST_MS,
      application_name: "tarmaq",
      keepAlive: true,
    });
    // A connection that breaks while nobody uses it: the next question opens another.
    pool.on("error", () => undefined);
    return new Database(pool);
  }

  /** Rows of one question. */
  async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw unkept(error);
    }
  }

  /** Runs steps that hold all together or not at all, on one connection. */
  async together<T>(steps: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | undefined;
    let broken = false;
    try {
      client = await this.pool.connect();
      await client.query("begin");
      const done = await steps(client);
      await client.query("commit");
      return done;
    } catch (error) {
      broken = (await client?.query("rollback").catch(() => "broken")) === "broken";
      throw error instanceof Trouble ? error : unkept(error);
    } finally {
      client?.release(broken);
    }
  }

  /** Runs a statement and takes back what it has done. */
  async tried(text: string, values: readonly unknown[]): Promise<void> {
    await this.together(async (client) => {
      await client.query(text, [...values]);
      await client.query("rollback");
    });
  }

  async end(): Promise<void> {
    await this.pool.end();
  }
}

function unkept(error: unknown): Unkept {
  const reason = reasonOf(error);
  if (reason !== "unknown") return new Unkept(STORE_PLACE, reason);
  // The driver's own failures have words and no name.
  const words = error instanceof Error ? error.message : "";
  const named = WORDS.find(([pattern]) => pattern.test(words))?.[1];
  return new Unkept(STORE_PLACE, named ?? reason);
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/timeout/iu, "timeout"],
  [/password must be|no password/iu, "no-password"],
  [/does not support SSL/iu, "no-tls"],
  [/terminat|clos|end/iu, "connection-lost"],
];
