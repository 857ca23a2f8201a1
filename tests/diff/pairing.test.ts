import { describe, expect, it } from "vitest";
import { size } from "../size.ts";
import { act, substance, type TextLanguage } from "./made-up.ts";
import { CLAUSES, NUMBERS } from "./short-acts.ts";

const STAYS: Readonly<Record<TextLanguage, string>> = {
  ru: "Услугодатель ведет журнал учета выданных справок по месту нахождения архива.",
  kk: "Көрсетілетін қызметті беруші берілген анықтамаларды есепке алу журналын мұрағатта жүргізеді.",
};

const changes = (language: TextLanguage, olds: readonly string[], news: readonly string[]) =>
  substance(act(language, [STAYS[language], ...olds]), act(language, [STAYS[language], ...news]));

describe("rules are paired by what they are about", () => {
  const others: readonly (readonly [why: string, language: TextLanguage, old: string, now: string])[] = [
    [
      "a complaint's three days and a hearing's are two terms",
      "ru",
      "Услугодатель направляет жалобу в орган, рассматривающий жалобу, не позднее трех рабочих дней со дня ее поступления.",
      "Услугодатель уведомляет услугополучателя о времени и месте заслушивания не позднее чем за три рабочих дня до принятия решения.",
    ],
    [
      "one day of a step and two of another are no longer term",
      "ru",
      "Работник канцелярии регистрирует заявление в течение одного рабочего дня.",
      "Эксперт проводит осмотр помещения заявителя в течение двух рабочих дней.",
    ],
  ];
  it.each(others)("%s (%s)", (_, language, old, now) => {
    expect(changes(language, [old], [now]).map(({ code }) => code)).toEqual(["term-removed", "term-added"]);
  });

  const inOrder: readonly (readonly [language: TextLanguage, old: string, now: string])[] = [
    [
      "ru",
      "Услугодатель проверяет документы в течение двух рабочих дней и рассматривает заявление в течение пяти рабочих дней.",
      "Услугодатель проверяет документы в течение пяти рабочих дней и рассматривает заявление в течение десяти рабочих дней.",
    ],
    [
      "kk",
      "Көрсетілетін қызметті беруші құжаттарды екі жұмыс күні ішінде тексереді және өтінішті бес жұмыс күні ішінде қарайды.",
      "Көрсетілетін қызметті беруші құжаттарды бес жұмыс күні ішінде тексереді және өтінішті он жұмыс күні ішінде қарайды.",
    ],
  ];
  it.each(inOrder)(
    "two terms of one clause in their order, not by their numbers (%s)",
    (language, old, now) => {
      const terms = changes(language, [old], [now]).flatMap(({ fields }) => fields);
      expect(terms).toEqual([
        {
          field: "term",
          old: { amount: 2, unit: "working-day" },
          new: { amount: 5, unit: "working-day" },
        },
        {
          field: "term",
          old: { amount: 5, unit: "working-day" },
          new: { amount: 10, unit: "working-day" },
        },
      ]);
    },
  );

  it("wherever they stand, for their own number", () => {
    const clause = {
      register: "Кеңсе қызметкері өтінішті бір жұмыс күні ішінде тіркейді.",
      choose: (days: string) => `Басшы ${days} жұмыс күні ішінде жауапты орындаушыны айқындайды.`,
    };
    const told = changes(
      "kk",
      [clause.register, clause.choose("бір")],
      [clause.choose("екі"), clause.register],
    );
    expect(told.map(({ code, new: now }) => [code, now?.quote])).toEqual([
      ["term-lengthened", clause.choose("екі").slice(0, -1)],
    ]);
  });
});

/** A fixed sequence of numbers in [0, 1), so that a run can be repeated. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe.each(["ru", "kk"] as const)("short acts that share some of their clauses (%s)", (language) => {
  type Numbered = readonly [clause: (typeof CLAUSES)[number], number: string];
  const numbers = sequence(7);
  const chance = (share: number): boolean => numbers.next().value < share;
  const number = (): string => NUMBERS[language][Math.floor(numbers.next().value * 5)] ?? "";
  const worded = ([{ words }, days]: Numbered): string => words[language].replace("{n}", days);
  const drawn = (): readonly [olds: readonly Numbered[], news: readonly Numbered[]] => {
    const olds = CLAUSES.filter(() => chance(0.6)).map((clause): Numbered => [clause, number()]);
    const news = CLAUSES.flatMap((clause): readonly Numbered[] => {
      const old = olds.find(([one]) => one === clause);
      if (!chance(old === undefined ? 0.3 : 0.8)) return [];
      return [[clause, old === undefined || chance(0.4) ? number() : old[1]]];
    });
    return [olds, chance(0.3) ? [...news].reverse() : news];
  };
  const about = (quote: string | undefined, clauses: readonly Numbered[]): string =>
    clauses.find((clause) => quote !== undefined && worded(clause).startsWith(quote.replace(/\.$/u, "")))?.[0]
      .about ?? "none";

  it("tell each term of its own clause, of a hundred all but two", () => {
    const [wrong, all]: [string[], string[]] = [[], []];
    for (const [olds, news] of Array.from({ length: size(8, 60) }, drawn)) {
      const expected = CLAUSES.flatMap((clause) => {
        const [old, now] = [olds, news].map((side) => side.find(([one]) => one === clause));
        return old?.[1] === now?.[1] ? [] : [`${old?.[0].about ?? "none"} → ${now?.[0].about ?? "none"}`];
      });
      const told = changes(language, olds.map(worded), news.map(worded)).map(
        ({ old, new: now }) => `${about(old?.quote, olds)} → ${about(now?.quote, news)}`,
      );
      all.push(...expected);
      wrong.push(...told.filter((change) => !expected.includes(change)));
      wrong.push(...expected.filter((change) => told.filter((one) => one === change).length !== 1));
    }
    expect(all.length).toBeGreaterThan(30);
    expect(wrong.slice(0, Math.ceil(wrong.length - 0.02 * all.length))).toEqual([]);
  });
});

it("a clause that is taken out is a removal with its note, and the note gives no term", () => {
  const [told, ...others] = changes(
    "kk",
    ["Бөлімше басшысы бланкілердің отқа төзімді шкафта сақталуына жауап береді."],
    [
      "Алып тасталды – ҚР Ішкі істер министрінің 20.06.2023 № 498 (алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі) бұйрығымен.",
    ],
  );
  expect(others).toEqual([]);
  expect(told).toMatchObject({ code: "provision-removed" });
  expect(told?.new?.quote).toContain("498");
});

it("what stands before the text of a file is no name of a service", () => {
  const text = act("ru", [STAYS.ru]);
  const [head = "", ...rest] = text.split("\n\n");
  const front = `---\nact_code: '1'\ntitle: Об утверждении чего-то иного\nrequisite: Приказ № 1\n---`;
  expect(substance(text, [front, head, ...rest].join("\n\n"))).toEqual([]);
});
