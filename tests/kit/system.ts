import { due } from "../../src/calendar/due.ts";
import { isoInstant } from "../../src/calendar/iso-instant.ts";
import { eventTerm } from "../../src/kit/due-cases.ts";
import type { Calendars } from "../../src/library/calendars.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { Laws } from "../../src/library/laws.ts";
import { Library } from "../../src/library/library.ts";
import type { Volume } from "../../src/library/volume.ts";
import type { KitAnswer, KitCase } from "../../src/model/kit.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";

/** What every system of the measure is made with. */
export interface Made {
  readonly vocabulary: Vocabulary;
  readonly calendars: Calendars;
  readonly laws: Laws;
}

/** A provider's system that goes by a rulebook of its own: what it answers to the questions of a kit. */
export class System {
  readonly #library: Library;
  readonly #work: ReturnType<typeof bookAtWork>;
  readonly #verdicts = new Map<string, Verdict>();

  constructor(volume: Volume, book: Rulebook, { vocabulary, calendars, laws }: Made) {
    this.#library = new Library([{ ...volume, book }], vocabulary, calendars, laws);
    this.#work = bookAtWork(book, calendars, laws, vocabulary);
  }

  answer({
    case: name,
    asks,
    rule,
    request,
    begins,
  }: Omit<KitCase, "expected" | "matter" | "cite">): KitAnswer {
    if (request === undefined) return { case: name, due: this.#dueOf(rule, begins) };
    const verdict = this.#verdictOn(request);
    if (asks === "due")
      return { case: name, due: verdict.deadlines.find((each) => each.rule === rule)?.due ?? null };
    return {
      case: name,
      verdict: verdict.verdict,
      missing: verdict.missingDocuments.map(({ oneOf }) => oneOf.map(({ document }) => document)),
      grounds: verdict.reasons.flatMap((reason) => (reason.outcome === "fail" ? [reason.rule] : [])),
    };
  }

  #verdictOn(request: NonNullable<KitCase["request"]>): Verdict {
    const key = JSON.stringify(request);
    const made = this.#verdicts.get(key) ?? this.#library.judge(request);
    this.#verdicts.set(key, made);
    return made;
  }

  #dueOf(id: string, begins: KitCase["begins"]): string | null {
    const rule = this.#work.book.rules.find((each) => each.id === id);
    if (rule?.kind !== "deadline" || begins === undefined) return null;
    const { term, table } = eventTerm(rule, this.#work, begins.channel);
    const ends = due(Date.parse(begins.at), term, table);
    return ends.is === "due" ? isoInstant(table.zone, ends.due) : null;
  }
}
