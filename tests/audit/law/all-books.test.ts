import { beforeAll, describe, expect, it } from "vitest";
import { readRulebooks } from "../../../src/files/read-rulebook.ts";
import { readVocabulary } from "../../../src/files/read-vocabulary.ts";
import { bookAtWork } from "../../../src/library/books-at-work.ts";
import { Calendars } from "../../../src/library/calendars.ts";
import { Laws } from "../../../src/library/laws.ts";
import type { Mapping } from "../../../src/log/mapping.ts";
import type { AuditFinding } from "../../../src/model/audit.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { size } from "../../size.ts";
import { auditOf } from "../run-on.ts";
import { dayOf } from "../second-auditor/clock.ts";
import { differencesOf, programWords, secondWords } from "../second-auditor/comparison.ts";
import { channelsOf, judgingDeadlines } from "../second-auditor/deadlines.ts";
import type { LogLine } from "../second-auditor/log.ts";
import { Lot } from "../second-auditor/lot.ts";
import { officeOf } from "../second-auditor/office.ts";
import { EVENTS, OF_LAW } from "../second-auditor/program.ts";
import { auditAgain } from "../second-auditor/second-auditor.ts";
import { CALENDARS } from "../second-auditor/services.ts";
import { type PlannedCase, plannedCases } from "./planned-cases.ts";

/** Cases of each book. */
const CASES = size(90, 900);
const BOOKS = readRulebooks().map(({ book }) => book);

/** Days on which something may be asked for: while the book was in force, and late enough for what follows to be known. */
function daysOf({ inForce }: Rulebook): readonly number[] {
  const from = dayOf(inForce?.adopted ?? "2015-01-01") + (inForce?.entersAfterDays ?? 0) + 1;
  const until = dayOf(inForce?.repealed ?? "2026-05-01") - 1;
  const all = Array.from({ length: until - from }, (_, index) => from + index);
  return [...all, ...all.filter((day) => day > dayOf("2025-12-01"))];
}

const named = (planned: PlannedCase, name: string): PlannedCase & { readonly name: string } => ({
  ...planned,
  name,
  lines: planned.lines.map((line) => ({ ...line, case: name })),
});

const made = BOOKS.map((book, index) => ({
  book,
  cases: plannedCases(
    {
      book,
      office: officeOf(book, CALENDARS, "provider"),
      lot: new Lot(100 + index),
      days: daysOf(book),
      channel: channelsOf(book)[0] ?? "portal",
    },
    CASES,
  ).map((each, number) => named(each, `${book.id}#${number}`)),
}));

const COLUMNS = ["case", "activity", "time", "channel", "reason", "document"] as const;
const rowsOf = (service: string, lines: readonly LogLine[]): string =>
  lines.map((line) => `${service},${COLUMNS.map((column) => line[column]).join()}\n`).join("");

const steps = BOOKS.flatMap((book) =>
  judgingDeadlines(book).flatMap(({ fromEvent = "", toEvent = "" }) => [fromEvent, toEvent]),
);
const MAPPING: Mapping = {
  columns: {
    ...Object.fromEntries(COLUMNS.map((name) => [name, name])),
    service: "service",
  } as Mapping["columns"],
  events: Object.fromEntries([...EVENTS, ...OF_LAW, ...steps].map((event) => [event, event])),
};

/** How many books judge one log. */
const AT_ONCE = 7;

/** Made-up cases with all that the general law speaks of, of all rulebooks, several in one log. */
describe("made-up logs with the events of the general law", () => {
  const found = new Map<string, AuditFinding[]>();

  beforeAll(async () => {
    const [calendars, laws, vocabulary] = [new Calendars(), new Laws(), readVocabulary()];
    for (let first = 0; first < made.length; first += AT_ONCE) {
      const some = made.slice(first, first + AT_ONCE);
      const books = some.map(({ book }) => bookAtWork(book, calendars, laws, vocabulary));
      const rows = some.flatMap(({ book, cases }) => cases.map(({ lines }) => rowsOf(book.id, lines)));
      const { findings } = await auditOf(`service,${COLUMNS.join()}\n${rows.join("")}`, MAPPING, books);
      for (const finding of findings) found.set(finding.case, [...(found.get(finding.case) ?? []), finding]);
    }
  });

  it.each(made)("come out as they were planned: $book.id", ({ book, cases }) => {
    expect(cases.length).toBeGreaterThan(CASES / 2);
    for (const { name, lines, truth, about } of cases) {
      const told = (found.get(name) ?? [])
        .filter(({ rule, outcome }) => about.includes(rule ?? "") && outcome !== "suspension-without-basis")
        .map(({ rule, outcome }) => `${rule ?? ""} ${outcome}`);
      expect([rowsOf(book.id, lines), ...told.sort()]).toEqual([
        rowsOf(book.id, lines),
        ...[...truth].sort(),
      ]);
    }
  });

  it.each(made)("and tell nothing that the law does not make of them: $book.id", ({ book, cases }) => {
    const bench = { book, calendars: CALENDARS, now: -Infinity, showsSatisfaction: false, law: true };
    const lines = cases.flatMap((each) => each.lines);
    const program = cases.flatMap(({ name }) => found.get(name) ?? []);
    const differences = differencesOf(
      cases.map(({ name }) => name),
      program,
      auditAgain(bench, lines),
    );
    const shown = differences.map(({ case: name, ...each }) => ({
      lines: rowsOf(
        book.id,
        lines.filter((line) => line.case === name),
      ),
      program: each.program.map(programWords),
      second: each.second.map(secondWords),
    }));
    expect(shown).toEqual([]);
  });
});
