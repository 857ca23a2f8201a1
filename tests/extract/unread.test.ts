import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/extract.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import { sourceSpans, type Passage } from "../../src/model/passage.ts";
import type { Span } from "../../src/model/span.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { corpusReadings } from "./corpus.ts";
import { passageOf } from "./read-example.ts";

const NUMBER =
  "(?:\\d{1,3}(?:,\\d+)?|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз)";
const UNIT =
  "(?:секунд|минут|сағат|күн|апта|ай|жыл)(?:і|ы)?(?:нен|нан|ден|дан|тен|тан|не|на|ге|ға|ке|қа|нің|ның)?";
/** An amount beside a time word, told anew and without the lexicon. */
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d.,-])${NUMBER}\\)?\\s+(?:жұмыс\\s+|күнтізбелік\\s+)?${UNIT}(?!\\p{L})`,
  "giu",
);
/** The duties and prohibitions that the issue names. */
const DUTY = /(?<!\p{L})(?:міндетті|тиіс|жол берілмейді|қабылданбайды|бас тартады)(?!\p{L})/giu;

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

describe("rules and the unread remainder", () => {
  it("together hold every amount beside a time word and every duty of the corpus", () => {
    let places = 0;
    for (const [file, { tree, candidates, unread }] of corpusReadings()) {
      const held = [
        ...candidates.flatMap(({ source }) => source.spans),
        ...unread.flatMap(({ where }) => (where.in === "text" ? [where.span] : [])),
      ];
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

  const unreadOf = (text: string): unknown[] => {
    const clause: Provision = {
      type: "clause",
      path: "clause-1",
      cite: "1-тармақ",
      service: 1,
      passage: passageOf(text),
    };
    const tree: Provision = { type: "act", path: "act", cite: "", children: [clause] };
    return extract(tree, { document: "x.txt", sha256: "", content: text }, grammar).findings.map(
      ({ details }) => [details?.["why"], details?.["words"]],
    );
  };

  it("tells an amount that limits nothing it knows of", () => {
    expect(unreadOf("Дәрігердің кемінде үш жыл жұмыс өтілі бар")).toEqual([["amount", "үш жыл"]]);
  });

  it("leaves no term out that stands alone, in words", () => {
    const passage = passageOf("Отыз минут");
    const clause: Provision = { type: "clause", path: "clause-1", cite: "1-тармақ", service: 1, passage };
    const tree: Provision = { type: "act", path: "act", cite: "", children: [clause] };
    const { value } = extract(tree, { document: "x.txt", sha256: "", content: passage.text }, grammar);
    expect(value).toMatchObject([{ kind: "deadline", amount: 30, unit: "minute" }]);
  });

  it("tells a duty and a prohibition that give no rule", () => {
    expect(unreadOf("Қызметкер құпияны сақтауға міндетті")).toEqual([["duty", "міндетті"]]);
    expect(unreadOf("Басқа құжаттарды талап етуге жол берілмейді")).toEqual([["duty", "жол берілмейді"]]);
  });

  it("is empty where a rule was read, and where nothing looks like one", () => {
    expect(unreadOf("Шағым бес жұмыс күні ішінде қаралады")).toEqual([]);
    expect(unreadOf("Бұл тармақ ештеңе талап етпейді")).toEqual([]);
  });
});
