import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Law } from "../model/law.ts";
import { Trouble } from "../model/trouble.ts";
import { readBytes, type Limit } from "./read-bytes.ts";
import { jsonIn, passed, type JsonKind } from "./read-json.ts";
import { root } from "./root.ts";

const LIMIT: Limit = { megabytes: 4, wayOut: "A law has a file for each act." };
const LAW: JsonKind<"law"> = { what: "An act of the general law", schema: "law" };
const OURS = join(root, "rules");

/** Whether a folder among rulebooks holds the general law of a country: `kz-law`. */
export const isLawFolder = (name: string): boolean => name.endsWith(SUFFIX);

const SUFFIX = "-law";

/**
 * The general law of a country, from `<country>-law` in the first of these folders that has it, then among what Tarmaq
 * brings; undefined where there is none. Throws `Trouble` that names the file and the field.
 */
export function readLaw(country: string, folders: readonly string[] = []): Law | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(country)) return undefined;
  const folder = [...folders, OURS]
    .map((one) => join(one, `${country}${SUFFIX}`))
    .find((one) => existsSync(one));
  if (folder === undefined) return undefined;
  const hash = createHash("sha256");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const books = names.map((name) => {
    const file = join(folder, name);
    const bytes = readBytes(file, LIMIT);
    hash.update(bytes);
    const book = passed(jsonIn(bytes, file, LAW), file, LAW);
    if (book.country === country) return book;
    throw new Trouble(`is law of ${book.country} among that of ${country}`, {
      file,
      place: "/country",
      wayOut: `Put it into ${book.country}${SUFFIX}.`,
    });
  });
  refuseTwice(
    books.flatMap(({ rules }) => rules.map(({ id }) => id)),
    folder,
  );
  return { country, books, sha256: hash.digest("hex") };
}

function refuseTwice(ids: readonly string[], file: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new Trouble(`has two provisions ${twice}`, { file, wayOut: "Give each an id of its own." });
}
