import { kitFor } from "../../src/library/kit-for.ts";
import type { Laws } from "../../src/library/laws.ts";
import type { Library } from "../../src/library/library.ts";
import type { Volume } from "../../src/library/volume.ts";
import { score } from "../../src/kit/score.ts";
import type { Kit, KitCase } from "../../src/model/kit.ts";
import { seeded } from "../audit/run-on.ts";
import { mutantsOf } from "./mutants.ts";
import { questionsOf } from "./questions.ts";
import { System } from "./system.ts";

/** What a kit tells apart from a right system. */
export interface Measured {
  readonly kit: Kit;
  readonly mutants: number;
  /** Told apart by some case; by verdicts and due times alone. */
  readonly killed: number;
  readonly killedBare: number;
  /** Not told apart by the kit, though a random question does. */
  readonly missed: readonly string[];
  /** Told apart neither by the kit nor by any random question. */
  readonly alike: readonly string[];
}

/** Kinds of rules that no answer shows. */
const UNSEEN = new Set(["fee", "form"]);

/**
 * Systems that differ from a rulebook in one rule, each asked the whole kit; those that pass it are asked so many random
 * questions: where these show no difference either, the system is taken for alike.
 */
export function measured(library: Library, volume: Volume, random: number): Measured {
  const { calendars, law } = library;
  const made = { vocabulary: library.vocabulary, calendars: calendars, laws: law as Laws };
  const kit = kitFor(library, volume);
  const kinds = new Map(volume.book.rules.map(({ id, kind }) => [id, kind]));
  const mutants = mutantsOf(volume.book).filter(({ rule }) => !UNSEEN.has(kinds.get(rule) ?? ""));
  const right = new System(volume, volume.book, made);
  const told = { killed: 0, killedBare: 0, missed: [] as string[], alike: [] as string[] };
  for (const { rule, what, book } of mutants) {
    const system = new System(volume, book, made);
    const differences = kit.cases.flatMap((each) => score([each], [system.answer(each)]).differences);
    if (differences.length > 0) told.killed += 1;
    if (differences.some(({ differs }) => differs.includes("verdict") || differs.includes("due")))
      told.killedBare += 1;
    if (differences.length > 0) continue;
    const found = tellsApart(right, system, questionsOf(volume, kit, random, seeded(1)));
    if (found !== undefined) told.missed.push(`${rule}: ${what}, as ${JSON.stringify(found)} shows`);
    else told.alike.push(`${rule}: ${what}`);
  }
  return { kit, mutants: mutants.length, ...told };
}

function tellsApart(right: System, other: System, questions: Iterable<KitCase>): KitCase | undefined {
  for (const question of questions)
    if (JSON.stringify(right.answer(question)) !== JSON.stringify(other.answer(question))) return question;
  return undefined;
}
