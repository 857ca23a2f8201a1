import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BookAtWork } from "../../src/audit/plan/book.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { day } from "../../src/calendar/day.ts";
import { instantOf, offsetAt } from "../../src/calendar/zone-table.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook, readRulebooks } from "../../src/files/read-rulebook.ts";
import { CHANNELS, type Channel, type DocumentRule, type RefusalRule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { share } from "../size.ts";
import { auditOf, type AuditedLog } from "./run-on.ts";
import { linesOf, MADE_HEADER, madeCases, madeMapping, type MadeCase } from "./synthetic-log.ts";
import { DAY_MS } from "../../src/model/time-units.ts";

const rules = join(import.meta.dirname, "../../rules");
const BOOKS = readRulebooks([rules]).map(({ book }) => book);

/** The book as if it had always been in force: its terms are counted over days that its own years do not have. */
function ever({ inForce, ...book }: Rulebook): Rulebook {
  expect(inForce).toBeDefined();
  return book;
}

const told = ({ findings }: AuditedLog): Map<string, string[]> => {
  const by = new Map<string, string[]>();
  for (const { case: id, rule, outcome, reason } of findings)
    by.set(id, [...(by.get(id) ?? []), `${rule ?? ""}|${outcome}|${reason ?? ""}`].sort());
  return by;
};

async function wrongOf(
  made: readonly MadeCase[],
  service: string,
  books: readonly BookAtWork[],
  mapping: Mapping,
): Promise<unknown[]> {
  const log = MADE_HEADER + made.map((each) => linesOf(each, service)).join("");
  const found = told(await auditOf(log, mapping, books));
  return made
    .map(({ id, truth, events }) => ({ id, truth, found: found.get(id) ?? [], events }))
    .filter((each) => each.truth.join() !== each.found.join());
}

describe("made logs over a change of the clock", () => {
  for (const [change, from, until, which] of [
    ["2024-03-01", "2024-02-22", "2024-03-06", 0],
    ["2018-12-21", "2018-12-12", "2018-12-28", 1],
  ] as const)
    it(`${change}: rulebooks are told exactly, and terms do run over it`, async () => {
      let over = 0;
      for (const book of share(BOOKS, which, 4)) {
        const atWork = bookAtWork(ever(book));
        const midnight = instantOf(atWork.zone, day(change), 0);
        const changes = offsetAt(atWork.zone, midnight - DAY_MS) !== offsetAt(atWork.zone, midnight + DAY_MS);
        const made = [...madeCases(atWork, { seed: 24, cases: 150, from, until })];
        expect((await wrongOf(made, book.id, [atWork], madeMapping(atWork))).slice(0, 1), book.id).toEqual(
          [],
        );
        const running = made.filter(
          ({ events }) =>
            (events[0]?.at ?? Infinity) < midnight - 3_600_000 &&
            (events.at(-1)?.at ?? 0) > midnight + 3_600_000,
        );
        if (!changes) continue;
        over += running.length;
        expect(running.length, book.id).toBeGreaterThan(5);
      }
      expect(over).toBeGreaterThan(50);
    });
});

describe("a log of two versions", () => {
  it("is judged by the version in force at each case's first event, to the second", async () => {
    const book = readRulebook(join(rules, "kz-mz-2024-99/1/2024-11-27.json"));
    const change = "2025-06-02";
    const old: Rulebook = { ...book, version: "old", inForce: { from: "2024-11-27", until: change } };
    const twice: Rulebook = {
      ...book,
      version: "new",
      inForce: { from: change, until: null },
      rules: book.rules.map((rule) =>
        rule.kind === "deadline" ? { ...rule, amount: rule.amount * 2 } : rule,
      ),
    };
    const [before, after] = [bookAtWork(old), bookAtWork(twice)];
    const ends = instantOf(before.zone, day(change), 0);
    const rename = (each: MadeCase, version: string): MadeCase => ({ ...each, id: `${version}-${each.id}` });
    // What a queue began belongs to the case: only those whose first event lies on their side of the change.
    const first = ({ events }: MadeCase): number => events[0]?.at ?? 0;
    const made = [
      ...[...madeCases(before, { seed: 31, cases: 300, from: "2025-05-26", until: "2025-06-02", ends })]
        .filter((each) => first(each) < ends)
        .map((each) => rename(each, "old")),
      ...[...madeCases(after, { seed: 32, cases: 300, from: "2025-06-02", until: "2025-06-09" })]
        .filter((each) => first(each) >= ends)
        .map((each) => rename(each, "new")),
    ];
    const edge = (version: string, at: number): MadeCase => ({
      ...made[0]!,
      id: `${version}-edge`,
      channel: "portal",
      events: [{ event: "submitted", at }],
      truth: [],
    });
    const edges = [edge("old", ends - 1000), edge("new", ends)];
    const log = MADE_HEADER + [...made, ...edges].map((each) => linesOf(each, book.id)).join("");
    const audited = await auditOf(log, madeMapping(before), [before, after]);
    const found = told(audited);
    const wrong = made.filter(({ id, truth }) => truth.join() !== (found.get(id) ?? []).join());
    expect(wrong.slice(0, 1)).toEqual([]);
    for (const { case: id, version } of audited.findings) expect(version, id).toBe(id.split("-", 1)[0]);
    for (const { id } of edges) expect(found.get(id)?.length, id).toBeGreaterThan(0);
    expect(audited.summary.outcomes["straddles-versions"]).toBeGreaterThan(20);
  });
});

/** One document of each need that is demanded whatever the case; undefined where some need hangs on a condition. */
function allNeeded(book: Rulebook, channel: Channel): { documents: string[]; open: boolean } {
  const needs = new Map<string, DocumentRule[]>();
  for (const rule of book.rules)
    if (rule.kind === "document" && rule.document !== undefined) {
      const channels = rule.channels ?? (rule.channel === undefined ? CHANNELS : [rule.channel]);
      if (!channels.includes(channel)) continue;
      const need = rule.alternativeGroup ?? rule.id;
      needs.set(need, [...(needs.get(need) ?? []), rule]);
    }
  const sure = ({ condition, when }: DocumentRule): boolean => condition === undefined && when === undefined;
  const certain = [...needs.values()].flatMap((of) => of.filter(sure).slice(0, 1));
  const documents = [...new Set(certain.map(({ document }) => document ?? ""))];
  const open = [...needs.values()].some(
    (of) => !of.some(sure) && !of.some(({ document }) => documents.includes(document ?? "")),
  );
  return { documents, open };
}

describe("refusals for want of documents", () => {
  it("although all were there are found, and those where one was wanting are not, by every rulebook that says so", async () => {
    let groundless = 0;
    for (const book of BOOKS) {
      const missing = book.rules.filter(
        (rule): rule is RefusalRule => rule.kind === "refusal" && rule.aboutDocuments === "missing",
      );
      const atWork = bookAtWork(ever(book));
      const made: MadeCase[] = [];
      for (const channel of CHANNELS) {
        const { documents, open } = allNeeded(book, channel);
        const ground = missing.find((rule) => (rule.channel ?? channel) === channel);
        if (documents.length === 0 || ground === undefined) continue;
        const start = Date.UTC(2025, 5, 3, 6);
        const provided = documents.map((document, index) => ({
          event: "documents-provided",
          at: start + index * 1000,
          document,
        }));
        const refused = { event: "refused", at: start + 600_000, reason: ground.id };
        const all = `${ground.id}|${open ? "cannot-be-told|conditional-documents" : "groundless-refusal|"}`;
        const shape = { channel, provider: "p" };
        made.push(
          { ...shape, id: `${channel}-all`, events: [...provided, refused], truth: [all] },
          { ...shape, id: `${channel}-one-less`, events: [...provided.slice(1), refused], truth: [] },
          // Handed in only after the refusal: it was wanting then.
          {
            ...shape,
            id: `${channel}-too-late`,
            events: [refused, ...provided.map((each) => ({ ...each, at: each.at + 3_600_000 }))],
            truth: [],
          },
        );
        if (!open) groundless += 1;
      }
      if (made.length === 0) continue;
      const mapping = madeMapping(atWork);
      const log = MADE_HEADER + made.map((each) => linesOf(each, book.id)).join("");
      const { findings } = await auditOf(
        log,
        { ...mapping, events: { ...mapping.events, "documents-provided": "documents-provided" } },
        [atWork],
      );
      const kinds = ["groundless-refusal", "cannot-be-told"];
      for (const { id, truth } of made) {
        const found = findings
          .filter((each) => each.case === id && missing.some((rule) => rule.id === each.rule))
          .filter(({ outcome }) => kinds.includes(outcome))
          .map((each) => `${each.rule ?? ""}|${each.outcome}|${each.reason ?? ""}`);
        expect(found, `${book.id} ${id}`).toEqual(truth);
      }
    }
    expect(groundless).toBeGreaterThan(2);
  });
});
