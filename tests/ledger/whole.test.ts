import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/extract.ts";
import { account } from "../../src/ledger/account.ts";
import type { LedgerEntry } from "../../src/model/ledger.ts";
import { sourceSpans, type Passage } from "../../src/model/passage.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { corpusReadings } from "../extract/corpus.ts";
import { entriesAt, isCalledPlain, isUnread } from "../gold/ledger-places.ts";
import { scoredFiles, type ScoredFile } from "../gold/read-gold.ts";

const passagesOf = (node: Provision): readonly Passage[] => [
  ...[node.marker, node.head, node.title, node.rowLabel, node.passage].filter((one) => one !== undefined),
  ...(node.children ?? []).flatMap(passagesOf),
];

/** How many entries hold each unit of the ingested text. */
function held(ledger: readonly LedgerEntry[], length: number): Uint8Array {
  const times = new Uint8Array(length);
  for (const { spans } of ledger)
    for (const { start, end } of spans)
      for (let at = start; at < end; at += 1) times[at] = (times[at] ?? 0) + 1;
  return times;
}

const LETTER = /[\p{L}\p{Nd}]/u;

describe("the ledger of the corpus", () => {
  it("holds every letter of every leaf, and holds it once", () => {
    for (const [file, { tree, ledger, content }] of corpusReadings()) {
      const times = held(ledger, content.length);
      for (const passage of passagesOf(tree))
        for (const { start, end } of sourceSpans(passage))
          for (let at = start; at < end; at += 1)
            if (LETTER.test(content.charAt(at)) && times[at] !== 1)
              expect.fail(`${file} ${at}: ${times[at]} times, ${content.slice(at - 20, at + 20)}`);
    }
  });

  it("names every rule, at words that are its own, and gives each entry one account", () => {
    for (const [, { candidates, ledger }] of corpusReadings()) {
      const named = new Set(ledger.flatMap(({ rules }) => rules));
      expect(candidates.filter(({ id }) => !named.has(id))).toEqual([]);
      for (const { account: what, rules, reason, risk } of ledger) {
        expect(rules.length > 0).toBe(what === "rule");
        expect(reason === undefined).toBe(what === "rule");
        expect(risk !== undefined).toBe(what === "unread");
      }
    }
  });

  it("calls no place of a gold rule plain, there and in acts from elsewhere", () => {
    for (const { gold, reading } of files())
      expect(gold.filter((row) => isCalledPlain(entriesAt(row, reading.ledger, reading.content)))).toEqual(
        [],
      );
  });

  it("would call no place of a gold rule plain if no rule had been read: it would be unread", () => {
    for (const { stem, gold, reading } of files()) {
      const { tree, content, language } = reading;
      const { statements } = extract(tree, { document: stem, sha256: "", content }, language!.grammar!);
      const ledger = account(
        tree,
        statements.map((one) => ({ ...one, rules: [] })),
        content,
      );
      expect(gold.filter((row) => !isUnread(entriesAt(row, ledger, content)))).toEqual([]);
    }
  });

  it("says unread where a rule is missed, in nineteen of twenty at least", () => {
    const missed = files().flatMap(({ score, reading }) =>
      score.missed.map((row) => isUnread(entriesAt(row, reading.ledger, reading.content))),
    );
    expect(missed.filter(Boolean).length).toBeGreaterThanOrEqual(0.95 * missed.length);
  });
});

let scored: readonly ScoredFile[] | undefined;
const files = (): readonly ScoredFile[] => (scored ??= [...scoredFiles("corpus"), ...scoredFiles("acts")]);
