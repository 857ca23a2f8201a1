import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Candidate } from "../../src/model/rule.ts";
import { read } from "../../src/reading.ts";

const KAZAKH = [
  "1. Мемлекеттік көрсетілетін қызмет жеке тұлғаларға тегін көрсетіледі.",
  "2. Көрсетілетін қызметті беруші өтінішті бес жұмыс күні ішінде қарайды.",
  "3. Құжаттар толық болмаған жағдайда көрсетілетін қызметті беруші өтінішті қабылдаудан бас тартады.",
];
const RUSSIAN = [
  "1. Государственная услуга оказывается физическим лицам бесплатно.",
  "2. Услугодатель в течение пяти рабочих дней рассматривает заявление.",
  "3. В случае неполноты документов услугодатель отказывает в приеме заявления.",
];

const readingOf = (text: string): ReturnType<typeof read> =>
  read(new TextEncoder().encode(text), { file: "act.md" });
const kindsIn = (rules: readonly Candidate[], language?: string): readonly string[] =>
  rules.filter(({ source }) => source.language === language).map(({ kind }) => kind);
const KINDS = ["eligibility", "fee", "deadline", "refusal"];

describe("a file in two languages", () => {
  it.each([
    ["one text behind the other", [...KAZAKH, ...RUSSIAN].join("\n\n")],
    ["by turns", KAZAKH.map((clause, index) => `${clause}\n\n${RUSSIAN[index] ?? ""}`).join("\n\n")],
    [
      "side by side",
      `<table>\n${KAZAKH.map((clause, index) => `<tr><td>${clause}</td><td>${RUSSIAN[index] ?? ""}</td></tr>`).join("\n")}\n</table>`,
    ],
  ])("is read part by part: %s", (_, text) => {
    const { candidates, parts, ledger, tree } = readingOf(text);
    expect(parts.map(({ language }) => language?.code)).toEqual(["kk", "ru"]);
    expect(kindsIn(candidates)).toEqual(KINDS);
    expect(kindsIn(candidates, "ru")).toEqual(KINDS);
    expect(candidates.map(({ service }) => service)).toEqual(candidates.map(() => 0));
    const paths = (tree.children ?? []).map(({ path }) => path).filter((path) => path.includes("clause"));
    expect(paths).toEqual(["clause-1", "clause-2", "clause-3", "ru/clause-1", "ru/clause-2", "ru/clause-3"]);
    expect(candidates.at(-1)?.cite).toBe("приказ, пункт 3");
    expect(ledger.filter(({ account }) => account === "rule").length).toBeGreaterThanOrEqual(6);
  });

  it("keeps the words of each in their places", () => {
    const text = [...KAZAKH, ...RUSSIAN].join("\n\n");
    for (const { source } of readingOf(text).candidates)
      expect(text.slice(source.spans[0]?.start, source.spans.at(-1)?.end)).toBe(source.quote);
  });

  it("keeps a line of a signature in borrowed words with the text it ends", () => {
    const signature = ["Министр полиция генерал-полковнигі", "Қ. Қасымов"];
    const title = "# Об утверждении Правил оказания государственной услуги";
    const { parts } = readingOf(
      ["# Қағидаларды бекіту туралы", ...KAZAKH, ...signature, title, ...RUSSIAN].join("\n\n"),
    );
    expect(parts.map(({ alone }) => alone.title?.text)).toEqual([
      "Қағидаларды бекіту туралы",
      title.slice(2),
    ]);
  });

  it("is one text where it only quotes the other: the quotation is read by its own language, in its place", () => {
    const quoted = "«Услугодатель в течение трех рабочих дней рассматривает заявление, поданное на портале.»";
    const { candidates, parts } = readingOf(
      [...KAZAKH, "4. Мәтіні мынадай редакцияда жазылсын:", quoted].join("\n\n"),
    );
    expect(parts).toHaveLength(1);
    const [rule] = candidates.filter(({ source }) => source.language === "ru");
    expect(rule).toMatchObject({
      kind: "deadline",
      amount: 3,
      unit: "working-day",
      path: "clause-4/paragraph-2",
    });
    expect(kindsIn(candidates)).toEqual(KINDS);
  });

  it("gives the rules of both of two acts put together, with their places moved", () => {
    const acts = ["94652-kaz", "94652-rus"].map((name) =>
      readFileSync(new URL(`../fixtures/acts/${name}.md`, import.meta.url), "utf8"),
    );
    const told = ({ source, kind, service, cite }: Candidate, moved: number): string =>
      JSON.stringify([kind, service, cite, source.quote, source.spans.map(({ start }) => start + moved)]);
    const [first = "", second = ""] = acts;
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const together = readingOf(`${one}\n\n${other}`).candidates.map((rule) => told(rule, 0));
      const apart = [
        ...readingOf(one).candidates.map((rule) => told(rule, 0)),
        ...readingOf(other).candidates.map((rule) => told(rule, one.length + 2)),
      ];
      expect([...together].sort()).toEqual([...apart].sort());
    }
  });
});

describe("letters with dots", () => {
  const act = readFileSync(new URL("../fixtures/acts/94652-rus.md", import.meta.url), "utf8");
  const plain = (text: string): string => text.replaceAll("ё", "е").replaceAll("Ё", "Е");
  const rulesOf = (text: string): readonly string[] =>
    readingOf(text).candidates.map(({ source: { lines, quote }, confidence, ...rule }) =>
      plain(JSON.stringify({ ...rule, lines, quote, confidence })),
    );

  it.each([
    ["none has them", plain(act)],
    ["all have them", act.replaceAll("е", "ё").replaceAll("Е", "Ё")],
    ["every third has them", act.replaceAll(/(е[^е]*е[^е]*)е/gu, "$1ё")],
  ])("are read as those without: %s", (_, text) => {
    expect(rulesOf(text)).toEqual(rulesOf(act));
  });
});
