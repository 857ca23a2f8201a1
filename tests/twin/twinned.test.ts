import { describe, expect, it } from "vitest";
import { holdTwin, type TwinnedReading } from "../../src/desk/hold-twin.ts";
import { readAct } from "../../src/desk/read-act.ts";
import type { Trouble } from "../../src/model/trouble.ts";
import { heldText } from "../../src/report/twin/left.ts";
import { remarkLines } from "../../src/report/twin/remark.ts";

const KAZAKH = [
  "Көрсетілетін қызметті беруші мемлекеттік қызметті «электрондық үкімет» веб-порталы арқылы көрсетеді.",
  "Көрсетілетін қызметті беруші құжаттарды бес жұмыс күні ішінде қарайды.",
  "Көрсетілетін қызметті беруші нәтижені үш жұмыс күні ішінде береді.",
  "Көрсетілетін қызметті беруші өтінішті бір жұмыс күні ішінде басшыға береді.",
  "Көрсетілетін қызметті беруші журналды жүргізеді.",
];
const RUSSIAN = [
  "Услугодатель оказывает государственную услугу через веб-портал «электронного правительства».",
  "Услугодатель рассматривает документы в течение пяти рабочих дней.",
  "Услугодатель выдает результат в течение четырех рабочих дней.",
  "Услугодатель передает заявление руководителю.",
  "Услугодатель ведет журнал в течение двух рабочих дней.",
];

/** Clauses that say the same in both: where most of two texts differs, they are hardly of one day. */
const SAME = [
  ["Көрсетілетін қызметті беруші өтініштерді қабылдайды.", "Услугодатель принимает заявления."],
  ["Көрсетілетін қызметті беруші тізілімді жүргізеді.", "Услугодатель ведет реестр."],
] as const;
const same = (at: 0 | 1): readonly string[] =>
  Array.from({ length: 5 }, () => SAME.map((one) => one[at])).flat();

const numbered = (clauses: readonly string[]): string =>
  clauses.map((clause, index) => `${index + 1}. ${clause}`).join("\n\n");
const kazakh = `Қызмет көрсету қағидалары\n\n1-тарау. Жалпы ережелер\n\n${numbered([...KAZAKH, ...same(0)])}`;
const russian = `Правила оказания услуги\n\nГлава 1. Общие положения\n\n${numbered([...RUSSIAN, ...same(1)])}`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const held = async (text: string, twin: string): Promise<TwinnedReading> =>
  holdTwin(
    await readAct(bytes(text), { file: "one.md" }, "one.md"),
    { name: "other.md", bytes: bytes(twin) },
    ".",
  );

/** Clause number, what the twin says, and whether the rule is surer, less sure or as sure as before. */
const terms = ({ candidates }: TwinnedReading): readonly unknown[] =>
  candidates
    .filter(({ kind }) => kind === "deadline")
    .map(({ path, twin, confidence }) => [
      /clause-(\d)/u.exec(path)?.[1],
      twin?.reading,
      Math.sign(confidence - (twin?.alone ?? 0)),
    ]);

describe("a rule beside the text in the other language", () => {
  it("is surer where that says the same, and less sure where it says otherwise or nothing", async () => {
    expect(terms(await held(kazakh, russian))).toEqual([
      ["2", "agrees", 1],
      ["3", "differs", -1],
      ["4", "silent", -1],
    ]);
  });

  it("is the same question from the other side", async () => {
    expect(terms(await held(russian, kazakh))).toEqual([
      ["2", "agrees", 1],
      ["3", "differs", -1],
      ["5", "silent", -1],
    ]);
  });

  it("cites that text with its words: those of the rule there, or of the whole provision", async () => {
    const { candidates } = await held(kazakh, russian);
    const quotes = candidates
      .filter(({ kind }) => kind === "deadline")
      .map(({ source }) => source.twin?.quote);
    expect(quotes.map((quote) => RUSSIAN.findIndex((clause) => clause.includes(quote ?? "nowhere")))).toEqual(
      [1, 2, 3],
    );
    const [first] = candidates.filter(({ kind }) => kind === "deadline");
    expect(first?.source.twin).toMatchObject({
      language: "ru",
      file: "other.md",
      path: expect.stringMatching(/clause-2$/) as unknown,
    });
    const { start = 0, end = 0 } = first?.source.twin?.spans[0] ?? {};
    expect(russian.slice(start, end)).toBe(first?.source.twin?.quote);
  });

  it("says where the other text has a rule and this one has none", async () => {
    const { twin } = await held(kazakh, russian);
    const beside = [...twin.beside].flatMap(([{ path }, rules]) =>
      rules.map(({ kind }) => [path.at(-1), kind]),
    );
    expect(beside).toEqual([["5", "deadline"]]);
  });

  it("gives the reason in words, in each language of the reports", async () => {
    const reading = await held(kazakh, russian);
    const rule = reading.candidates.find(({ twin }) => twin?.reading === "differs");
    const said = (["kk", "ru", "en"] as const).map((lang) => remarkLines(rule!, lang)[0]);
    expect(said[0]).toContain("Орыс мәтіні басқаша айтады; мерзімі: мұнда 3 жұмыс күні, онда 4 жұмыс күні");
    expect(said[1]).toContain("Русский текст говорит иначе; срок: здесь 3 рабочих дня, там 4 рабочих дня");
    expect(said[2]).toContain(
      "The Russian text says otherwise; term: 3 working days here, 4 working days there",
    );
    expect(heldText(reading, "en")).toContain("Rules read in that text alone: 1");
  });

  it("is left as sure as it was by a text that is hardly of the same day, which it does not cite", async () => {
    const amended = russian.replaceAll("принимает заявления", "принимает 2 заявления и отказывает");
    const reading = await held(kazakh, amended);
    expect(reading.twin.parity.isOneVersion).toBe(false);
    expect(terms(reading).map((one) => (one as unknown[])[2])).toEqual([0, 0, 0]);
    expect(reading.candidates.map(({ source }) => source.twin)).not.toContainEqual(expect.anything());
    expect(heldText(reading, "en")).toContain("hardly of the same day");
  });

  it("has no twin in its own language", async () => {
    await expect(held(kazakh, kazakh)).rejects.toMatchObject({
      message: "both texts are in Kazakh",
    } satisfies Partial<Trouble>);
  });
});
