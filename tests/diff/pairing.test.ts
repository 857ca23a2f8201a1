import { describe, expect, it } from "vitest";
import { act, substance, type TextLanguage } from "./made-up.ts";

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
