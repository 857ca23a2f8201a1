import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../src/model/ledger.ts";
import { RISKS, sharesOf, unreadByRisk } from "../../src/model/ledger.ts";
import { readText } from "../extract/corpus.ts";

const ledgerOf = (text: string): readonly LedgerEntry[] => readText(text, "made-up.md").ledger;

/** An act of one regulation whose second chapter holds these clauses. */
const act = (...clauses: readonly string[]): string =>
  [
    "# Балық аулауға рұқсат беру қағидаларын бекіту туралы",
    "«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидалары",
    "1-тарау. Жалпы ережелер",
    "1. Осы Қағидалар мемлекеттік қызметті көрсету тәртібін айқындайды.",
    "2-тарау. Мемлекеттік қызметті көрсету тәртібі",
    ...clauses.map((clause, index) => `${index + 2}. ${clause}`),
  ].join("\n\n");

/** What became of the words in the act, as far as they begin with these. */
const told = (text: string, beginning: string): readonly unknown[] =>
  ledgerOf(act(text))
    .filter(({ quote }) => quote.includes(beginning))
    .map(({ account, reason, risk }) => [account, reason, risk].filter((one) => one !== undefined));

describe("the account of a sentence", () => {
  it.each([
    ["a term", "Қызмет беруші өтінішті үш жұмыс күні ішінде қарайды.", "Қызмет беруші", [["rule"]]],
    ["a purpose", "Осы Қағидалар балық аулау тәртібін айқындайды.", "балық аулау", [["plain", "purpose"]]],
    ["a step of the staff", "Кеңсе қызметкері журналды басшыға береді.", "Кеңсе", [["plain", "step"]]],
    [
      "a reference",
      "Көлдердің тізбесі осы Қағидаларға 2-қосымшада көрсетілген.",
      "Көлдердің",
      [["plain", "reference"]],
    ],
    [
      "a length of time without a verb that limits it",
      "Балықшының кемінде екі жыл жұмыс өтілі бар.",
      "Балықшының",
      [["unread", "amount", "high"]],
    ],
    ["a duty", "Балықшы торды тазалауға міндетті.", "Балықшы", [["unread", "duty", "high"]]],
    ["a prohibition", "Басқа балықты аулауға жол берілмейді.", "Басқа", [["unread", "refusal", "high"]]],
    ["words nothing is known of", "Көл таза болды.", "Көл", [["unread", "words", "low"]]],
  ])("tells %s", (_, text, beginning, expected) => {
    expect(told(text, beginning)).toEqual(expected);
  });

  it("never calls plain what somebody of the staff has a time for, or what an applicant does", () => {
    for (const text of [
      "Кеңсе қызметкері журналды жүгінген күні басшыға береді.",
      "Қызмет алушы кеңсеге барады, қызметкер журналды береді.",
      "Кеңсе қызметкері журнал толық болмаған жағдайда береді.",
    ])
      expect(
        ledgerOf(act(text)).filter(({ quote, account }) => quote.includes("журнал") && account === "plain"),
      ).toEqual([]);
  });

  it("does not let a sentence that gave nothing hide beside one that did", () => {
    const entries = ledgerOf(
      act("Қызмет беруші өтінішті үш жұмыс күні ішінде қарайды. Балықшы торды тазалауға міндетті."),
    ).filter(({ quote }) => /қарайды|торды/u.test(quote));
    expect(entries.map(({ account }) => account)).toEqual(["rule", "unread"]);
    expect(new Set(entries.map(({ path }) => path)).size).toBe(1);
  });
});

describe("definitions", () => {
  const under = (text: string): readonly LedgerEntry[] =>
    ledgerOf(
      act("Осы Қағидаларда мынадай ұғымдар пайдаланылады:", "Соңғы тармақ.").replace(
        "3.",
        `1) ${text}\n\n3.`,
      ),
    );

  it("are plain under the words that introduce them", () => {
    const [entry] = under("тор – балық аулайтын құрал;").filter(({ quote }) => quote.includes("тор –"));
    expect(entry).toMatchObject({ account: "plain", reason: "definition" });
  });

  it("are not, where they say for whom the service is", () => {
    const [entry] = under("балықшы – қызмет алуға құқығы бар жеке тұлға;").filter(({ quote }) =>
      quote.includes("балықшы –"),
    );
    expect(entry?.account).not.toBe("plain");
  });
});

const TABLE = (rows: readonly (readonly [label: string, value: string])[]): string =>
  [
    act("Қызмет порталда көрсетіледі."),
    "Балық аулауға рұқсат беру қағидаларына\n1-қосымша",
    "Мемлекеттік қызмет көрсетуге қойылатын негізгі талаптардың тізбесі",
    [
      "| № | | |",
      "| --- | --- | --- |",
      ...rows.map(([label, value], at) => `| ${at + 1} | ${label} | ${value} |`),
    ].join("\n"),
  ].join("\n\n");

describe("rows of a table of requirements", () => {
  const ledger = ledgerOf(
    TABLE([
      ["Қызмет берушінің атауы", "Аудан әкімдігі"],
      ["Мемлекеттік қызмет көрсету мерзімі", "Көктемде"],
      ["Мемлекеттік қызмет көрсету нәтижесі", "Рұқсат"],
      ["Мемлекеттік қызмет көрсету үшін қажетті құжаттардың тізбесі", "1) өтініш; 2) қайықтың түсі."],
      ["Мемлекеттік қызмет көрсетуге қойылатын өзге де талаптар", "жоқ"],
    ]),
  );
  const at = (words: string): LedgerEntry | undefined => ledger.find(({ quote }) => quote.includes(words));

  it("are unread of the highest risk where the cell gave nothing", () => {
    expect(at("Көктемде")).toMatchObject({ account: "unread", reason: "row", risk: "highest" });
  });

  it("hold items of the highest risk where one of a list of papers gave nothing", () => {
    expect(at("өтініш;")).toMatchObject({ account: "rule" });
    const paper = at("қайықтың түсі");
    expect(paper?.account === "rule" || paper?.risk === "highest").toBe(true);
  });

  it("are plain where they name the provider or the result, or say that there is nothing", () => {
    expect(at("Аудан әкімдігі")).toMatchObject({ account: "plain", reason: "named" });
    expect(at("жоқ")).toMatchObject({ account: "plain", reason: "none" });
  });
});

describe("what a sentence leaves over", () => {
  it("is an entry of its own, taken out of the rule's", () => {
    const ledger = ledgerOf(
      act("Қызмет беруші өтінішті үш жұмыс күні ішінде қарайды, ал ұсынылған мәліметтер он жыл сақталады."),
    );
    const [rule] = ledger.filter(({ account }) => account === "rule");
    expect(rule?.quote).toContain("үш жұмыс күні");
    const left = ledger.filter(({ account, reason }) => account === "unread" && reason === "amount");
    const both = ledger.filter(({ quote }) => quote.includes("он жыл"));
    expect(both).toHaveLength(1);
    expect(left.length === 1 || both[0]?.account === "rule").toBe(true);
  });
});

describe("a ledger's sums", () => {
  const entry = (
    path: string,
    account: LedgerEntry["account"],
    quote: string,
    risk?: "high" | "low",
  ): LedgerEntry => ({
    path,
    cite: path,
    service: 1,
    lines: [1, 1],
    spans: [{ start: 0, end: 1 }],
    quote,
    account,
    rules: [],
    ...(risk === undefined ? {} : { risk }),
  });

  it("count a leaf by the worst of its entries, and letters one by one", () => {
    const shares = sharesOf([
      entry("a", "rule", "бес, 5"),
      entry("a", "unread", "он", "low"),
      entry("b", "plain", "жоқ"),
      entry("b", "rule", "иә"),
    ]);
    expect(shares).toEqual({
      rule: { leaves: 1, letters: 6 },
      plain: { leaves: 0, letters: 3 },
      unread: { leaves: 1, letters: 2 },
    });
  });

  it("list what is unread by risk, and in the order of the text within one", () => {
    const ledger = [
      entry("a", "unread", "а", "low"),
      entry("b", "plain", "б"),
      entry("c", "unread", "в", "high"),
      entry("d", "unread", "г", "low"),
    ];
    expect(unreadByRisk(ledger).map(({ path }) => path)).toEqual(["c", "a", "d"]);
    expect(RISKS).toEqual(["highest", "high", "some", "low"]);
  });
});
