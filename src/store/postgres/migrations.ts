import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../files/root.ts";
import { Trouble } from "../../model/trouble.ts";

/** A step by which the tables of a store are made; its number is its place. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

const FOLDER = join(root, "migrations");

/** A step as a store has it noted down. */
export type Taken = Omit<Migration, "text">;

/** All steps that this version knows, in their order. */
export function migrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/u.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), "utf8");
      return { number: Number(name.slice(0, 4)), name, text, sha256: hash("sha256", text, "hex") };
    });
}

/** Throws `Trouble` where a step that a store has taken is none of these. */
export function refuseOther({ number, name, sha256 }: Taken, known: readonly Migration[]): void {
  const own = known.find((one) => one.number === number);
  if (own?.sha256 === sha256) return;
  throw new Trouble(
    own === undefined ? `the store is of a newer version: ${name}` : `the store was made otherwise: ${name}`,
    {
      place: "--store",
      wayOut: "Use the version of Tarmaq that has made it, or a newer one.",
    },
  );
}
