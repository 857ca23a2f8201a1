import { existsSync } from "node:fs";
import { hashFile } from "../files/hash-file.ts";
import { logFiles } from "../files/log-file.ts";
import { readCalendar } from "../files/read-calendar.ts";
import { readLaw } from "../files/read-law.ts";
import { rulebookFiles } from "../files/read-rulebook.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";
import { differing } from "../library/seal-differences.ts";
import { FORMATS } from "../log/formats.ts";
import type { AuditSeal, SealDifference, SealedThing } from "../model/audit-seal.ts";
import { Trouble } from "../model/trouble.ts";
import type { Io } from "./command.ts";

/** Where what an audit reads lies now. */
export interface SealedInputs {
  readonly logs: readonly string[];
  readonly map: string;
  readonly rules?: readonly string[];
  readonly against?: string;
}

/** What of that which an audit read is other, by the bytes of files alone: told where they cannot be read any more. */
export async function inputDifferences(
  seal: AuditSeal,
  { logs, map, rules }: SealedInputs,
  io: Io,
): Promise<SealDifference[]> {
  const there = [map, ...logs, ...(rules ?? [])];
  if (!there.every((path) => existsSync(path))) return [];
  const files = await Promise.all(logFiles(logs, FORMATS, "").map(({ path }) => hashFile(path)));
  const books = new Set(await hashesOf((rules ?? rulebooksAtHand(io.cwd)).flatMap(rulebookFiles)));
  const calendars = seal.calendars.map(({ id }) => [id, attempt(() => readCalendar(id).sha256)] as const);
  const laws = seal.law.map(({ id }) => [id, attempt(() => readLaw(id, rules)?.sha256)] as const);
  return [
    ...differing(
      "log",
      seal.log.map(({ name, sha256 }) => [name, sha256]),
      files.map(({ name, sha256 }) => [name, sha256]),
    ),
    ...differing("mapping", [["", seal.mapping.sha256]], [["", (await hashFile(map)).sha256]]),
    ...seal.rulebooks
      .filter(({ sha256 }) => !books.has(sha256))
      .map(({ id, version, sha256 }): SealDifference => ({
        what: "rulebook",
        name: version === null ? id : `${id} (${version})`,
        was: sha256,
        is: null,
      })),
    ...differing("calendar", named(seal.calendars), present(calendars)),
    ...differing("law", named(seal.law), present(laws)),
  ];
}

async function hashesOf(paths: readonly string[]): Promise<string[]> {
  const hashes: string[] = [];
  for (const path of paths) hashes.push((await hashFile(path)).sha256);
  return hashes;
}

const named = (things: readonly SealedThing[]): [string, string][] =>
  things.map(({ id, sha256 }) => [id, sha256]);
const present = (things: readonly (readonly [string, string | undefined])[]): [string, string][] =>
  things.flatMap(([id, sha256]) => (sha256 === undefined ? [] : [[id, sha256]]));

/** What is no longer as its schema wants it has no hash. */
function attempt(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Trouble) return undefined;
    throw error;
  }
}
