import { Trouble } from "../../model/trouble.ts";
import { Unkept } from "../unkept.ts";
import type { Database } from "./database.ts";
import { migrations, refuseOther, type Taken } from "./migrations.ts";

const TAKEN = "select number, name, sha256 from tarmaq.migrations order by number";
const MAY = `select current_user as role, bool_and(has_table_privilege(name, 'select') and has_table_privilege(name, 'insert')) as may
  from unnest(array['tarmaq.decisions', 'tarmaq.review_decisions']) as one (name)`;

/**
 * Sees that a store is as this version needs it, and that its role may add to it. Throws `Trouble` with the way out where only
 * somebody can mend it, and `Unkept` where the store is away, which may pass.
 */
export async function seeToStore(database: Database): Promise<void> {
  const taken = await database.rows<Taken>(TAKEN).catch(refuse);
  const known = migrations();
  for (const one of taken) refuseOther(one, known);
  const lacking = known.find(({ number }) => !taken.some((one) => one.number === number));
  if (lacking !== undefined)
    throw new Trouble(`the store lacks ${lacking.name}`, {
      place: "--store",
      wayOut: "Run tarmaq store migrate of this version, as the owner of the store.",
    });
  const [{ role, may } = { role: "", may: false }] = await database.rows<{ role: string; may: boolean }>(MAY);
  if (!may)
    throw new Trouble(`the role ${role} may not add to the store`, {
      place: "--store",
      wayOut: `Run tarmaq store migrate --grant ${role}, as the owner of the store.`,
    });
}

const PASSWORD = "Say it in PGPASSWORD or a .pgpass file, and see that it is the one of this role.";
const MIGRATE = "Run tarmaq store migrate, as the owner of the store.";

/** What does not pass by itself, and what to do about it. */
const WAYS_OUT: Readonly<Partial<Record<string, string>>> = {
  "28P01": PASSWORD,
  "no-password": PASSWORD,
  "28000": "See that pg_hba.conf lets the role in from here.",
  "3D000": "Make the database first: createdb.",
  "3F000": MIGRATE,
  "42P01": MIGRATE,
  "42501": "Run tarmaq store migrate --grant with this role, as the owner of the store.",
  "no-tls": "Turn TLS on at the database, or leave sslmode out of the address.",
};

function refuse(error: unknown): never {
  const wayOut = error instanceof Unkept ? WAYS_OUT[error.reason] : undefined;
  if (!(error instanceof Unkept) || wayOut === undefined) throw error;
  throw new Trouble(`the store fails: ${error.told}`, { place: "--store", wayOut });
}
