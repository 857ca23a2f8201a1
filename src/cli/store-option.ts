import { Trouble } from "../model/trouble.ts";
import type { ReviewStore } from "../store/kept-decisions.ts";
import type { Database } from "../store/postgres/database.ts";
import type { Io } from "./command.ts";

/** Of commands that keep decisions, or read them. */
export const STORE: readonly [flags: string, description: string] = [
  "--store <address>",
  "keep decisions in this PostgreSQL, postgres://USER@HOST/DATABASE, which servers share (tarmaq store migrate makes its tables)",
];

/** A retention of requests is no longer than that: a hundred years. */
export const MOST_DAYS = 36_500;

/** Beside it: what is personal is kept only where that is said. */
export const KEEP_REQUESTS: readonly [flags: string, description: string] = [
  "--keep-requests",
  "keep requests in the store as well as receipts (personal data; off by default)",
];

/** The address of the store, as the command line or the environment names it. */
export const storeNamed = ({ store }: { readonly store?: string }, { env }: Io): string | undefined =>
  store ?? (env["TARMAQ_STORE"]?.trim() || undefined);

/** The database at an address; the driver is loaded only where there is one. Throws `Trouble`, without the address. */
export async function databaseAt(address: string): Promise<Database> {
  const { Database } = await import("../store/postgres/database.ts");
  return await Database.at(address);
}

/** Does something with the decisions of reviewers in a store; without an address, with those in files. */
export async function withReviews<T>(
  address: string | undefined,
  work: (decisions: ReviewStore | undefined) => Promise<T>,
): Promise<T> {
  if (address === undefined) return await work(undefined);
  const database = await databaseAt(address);
  try {
    const [{ postgresDecisions }, { seeToStore }] = await Promise.all([
      import("../store/postgres/postgres-decisions.ts"),
      import("../store/postgres/fit-store.ts"),
    ]);
    return await inStore(async () => {
      await seeToStore(database);
      return await work(postgresDecisions(database));
    });
  } finally {
    await database.end();
  }
}

/** What a store cannot do is trouble of the command. */
export async function inStore<T>(work: () => Promise<T>): Promise<T> {
  const { Unkept } = await import("../store/unkept.ts");
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unkept)) throw error;
    throw new Trouble(`the store fails: ${error.told}`, {
      wayOut: "See that the store is there, and that its role may do this.",
    });
  }
}
