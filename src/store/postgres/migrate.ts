import type { PoolClient } from "pg";
import { Trouble } from "../../model/trouble.ts";
import type { Database } from "./database.ts";
import { migrations, refuseOther, type Taken } from "./migrations.ts";

/** What a store is told along with its tables. */
export interface MigrateOptions {
  /** A role that servers connect as: it may read, and add, and nothing else. */
  readonly grant?: string | undefined;
  /** Whole days after which requests are forgotten. */
  readonly retentionDays?: number | undefined;
}

/** Any number that nobody else locks by. */
const LOCK = 1_952_541_293;

/**
 * Makes the tables of a store, or those that are new since: all or none, and one process at a time. Gives the names of the
 * steps that were taken. Throws `Trouble` where the store is of a newer version, or was made by other steps.
 */
export const migrate = (database: Database, options: MigrateOptions): Promise<readonly string[]> =>
  database.together(async (client) => {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await client.query("create schema if not exists tarmaq");
    await client.query(
      "create table if not exists tarmaq.migrations (number integer primary key, name text not null, sha256 text not null, taken timestamptz not null default now())",
    );
    const { rows: taken } = await client.query<Taken>("select number, name, sha256 from tarmaq.migrations");
    const known = migrations();
    for (const one of taken) refuseOther(one, known);
    const open = known.filter(({ number }) => !taken.some((one) => one.number === number));
    for (const { number, name, text, sha256 } of open) {
      await client.query(text);
      await client.query("insert into tarmaq.migrations (number, name, sha256) values ($1, $2, $3)", [
        number,
        name,
        sha256,
      ]);
    }
    if (options.retentionDays !== undefined)
      await client.query("update tarmaq.settings set retention_days = $1", [options.retentionDays]);
    if (options.grant !== undefined) await grant(client, options.grant);
    return open.map(({ name }) => name);
  });

async function grant(client: PoolClient, role: string): Promise<void> {
  const { rows } = await client.query<{ role: string | null }>(
    "select (select quote_ident(rolname) from pg_roles where rolname = $1) as role",
    [role],
  );
  const name = rows[0]?.role;
  if (name == null)
    throw new Trouble(`the store has no role ${role}`, {
      place: "--grant",
      wayOut: "Make it first: CREATE ROLE … LOGIN PASSWORD …",
    });
  await client.query(`grant usage on schema tarmaq to ${name}`);
  await client.query(`grant select, insert on tarmaq.decisions, tarmaq.review_decisions to ${name}`);
  await client.query(`grant select on tarmaq.settings, tarmaq.migrations to ${name}`);
  await client.query(`grant execute on function tarmaq.forget() to ${name}`);
}
