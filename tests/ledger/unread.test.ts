import { describe, expect, it } from "vitest";
import { sourceSpans, type Passage } from "../../src/model/passage.ts";
import type { Span } from "../../src/model/span.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { corpusReadings } from "../extract/corpus.ts";

const NUMBER =
  "(?:\\d{1,3}(?:,\\d+)?|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз)";
const UNIT =
  "(?:секунд|минут|сағат|күн|апта|ай|жыл)(?:і|ы)?(?:нен|нан|ден|дан|тен|тан|не|на|ге|ға|ке|қа|нің|ның)?";
/** An amount beside a time word, told anew and without the lexicon. */
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d.,-])${NUMBER}\\)?\\s+(?:жұмыс\\s+|күнтізбелік\\s+)?${UNIT}(?!\\p{L})`,
  "giu",
);
/** Duties and prohibitions; `міндетті түрде` is an adverb, which stands in the name of a service. */
const DUTY = /(?<!\p{L})(?:міндетті(?!\s+түрде)|тиіс|жол берілмейді|қабылданбайды|бас тартады)(?!\p{L})/giu;

const SILENT = new Set(["note", "form", "signature", "heading"]);

function passagesOf(node: Provision): Passage[] {
  if (SILENT.has(node.type) || node.table === "contacts") return [];
  return [
    ...(node.passage === undefined ? [] : [node.passage]),
    ...(node.children ?? []).flatMap(passagesOf),
  ];
}

const touches = (spans: readonly Span[], place: Span): boolean =>
  spans.some((span) => span.start < place.end && place.start < span.end);

describe("rules and what is unread", () => {
  it("together hold every amount beside a time word and every duty of the corpus", () => {
    let places = 0;
    for (const [file, { tree, ledger }] of corpusReadings()) {
      const held = ledger.flatMap(({ account, spans }) => (account === "plain" ? [] : spans));
      for (const passage of passagesOf(tree))
        for (const pattern of [AMOUNT, DUTY])
          for (const found of passage.text.matchAll(pattern)) {
            const spans = sourceSpans(passage, found.index, found.index + found[0].length);
            places += 1;
            const what = `${file}: ${passage.text.slice(Math.max(0, found.index - 60), found.index + 60)}`;
            expect(
              spans.every((span) => touches(held, span)),
              what,
            ).toBe(true);
          }
    }
    expect(places).toBeGreaterThan(150);
  });
});
