import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { Change } from "../../src/model/change.ts";
import { versionOf } from "./version-of.ts";

/** An act with these clauses in its regulation. */
const russian = (...clauses: readonly string[]): string =>
  [
    "# Об утверждении Правил оказания государственной услуги «Выдача справки»",
    "1. Утвердить прилагаемые Правила оказания государственной услуги «Выдача справки».",
    "> *Приложение к приказу*\n> *Министра внутренних дел*\n> *Республики Казахстан*\n> *от 1 марта 2020 года*\n> *№ 1*",
    "## Правила оказания государственной услуги «Выдача справки»",
    "### Глава 1. Общие положения",
    ...clauses.map((clause, at) => `${at + 1}. ${clause}`),
  ].join("\n\n");

const kazakh = (...clauses: readonly string[]): string =>
  [
    "# «Анықтама беру» мемлекеттік қызмет көрсету қағидаларын бекіту туралы",
    "1. Қоса беріліп отырған «Анықтама беру» мемлекеттік қызмет көрсету қағидалары бекітілсін.",
    "> *Қазақстан Республикасы*\n> *Ішкі істер министрінің*\n> *2020 жылғы 1 наурыздағы*\n> *№ 1 бұйрығына*\n> *қосымша*",
    "## «Анықтама беру» мемлекеттік қызмет көрсету қағидалары",
    "### 1-тарау. Жалпы ережелер",
    ...clauses.map((clause, at) => `${at + 1}. ${clause}`),
  ].join("\n\n");

const changesOf = (old: string, now: string): readonly Change[] =>
  diff(versionOf(old), versionOf(now)).services.flatMap(({ changes }) => changes);

const substance = (old: string, now: string): readonly Change[] =>
  changesOf(old, now).filter((change) => change.class === "substance");

const FIRST = "Услугодатель ведет журнал учета выданных справок по месту нахождения архива.";
const LAST = "Руководитель подразделения отвечает за хранение бланков в несгораемом шкафу.";

describe("a change of words outside rules", () => {
  const cases: readonly (readonly [why: string, old: string, now: string, sort: string])[] = [
    [
      "a number in words",
      "Справка печатается на двух листах.",
      "Справка печатается на трех листах.",
      "number",
    ],
    ["a number in digits", "Бланк имеет 5 граф и отступ.", "Бланк имеет 6 граф и отступ.", "number"],
    [
      "a reference",
      "Журнал ведется по форме согласно приложению 2 к настоящим Правилам.",
      "Журнал ведется по форме согласно приложению 3 к настоящим Правилам.",
      "reference",
    ],
    [
      "a duty for a right",
      "Архивариус вправе сверить подпись на бланке.",
      "Архивариус обязан сверить подпись на бланке.",
      "modality",
    ],
    ["a denial", "Копия бланка хранится в архиве.", "Копия бланка не хранится в архиве.", "modality"],
    [
      "a denial at another place",
      "Архивариус вправе не сверять подпись и печать на бланке.",
      "Архивариус не вправе сверять подпись и печать на бланке.",
      "modality",
    ],
    [
      "one for all",
      "Бланк скрепляется подписью и печатью.",
      "Бланк скрепляется подписью или печатью.",
      "modality",
    ],
    [
      "parties changed for each other",
      "Услугодатель вручает услугополучателю копию журнала.",
      "Услугополучатель вручает услугодателю копию журнала.",
      "name",
    ],
    ["one word", "Журнал хранится в сейфе архива.", "Журнал хранится в подвале архива.", "otherWords"],
  ];
  it.each(cases)("is told: %s", (_, old, now, sort) => {
    const told = substance(russian(FIRST, old, LAST), russian(FIRST, now, LAST));
    expect(told.map(({ code, old: before, new: after }) => [code, before?.quote, after?.quote])).toEqual([
      ["provision-changed", old, now],
    ]);
    expect(told[0]?.fields.map(({ field }) => field)).toContain(sort);
  });

  const silent: readonly (readonly [why: string, old: string, now: string])[] = [
    ["another case and number", "Журнал хранится в шкафу архива.", "Журналы хранятся в шкафах архива."],
    [
      "digits beside the words",
      "Справка печатается на двух листах.",
      "Справка печатается на 2 (двух) листах.",
    ],
    ["another order", "Бланк содержит герб, подпись, печать.", "Бланк содержит печать, герб, подпись."],
    [
      "a word drafters change for another",
      "Порядок оказания услуги в архиве.",
      "Порядок предоставления услуги в архиве.",
    ],
    [
      "the date of a law",
      "Архив действует по Закону Республики Казахстан от 22 декабря 1998 года «Об архиве».",
      "Архив действует по Закону Республики Казахстан «Об архиве».",
    ],
    [
      "where an act was published",
      "Архив действует по приказу (зарегистрирован за № 11230, опубликован 19 июня 2015 года в «Әділет»).",
      "Архив действует по приказу (зарегистрирован за № 11230).",
    ],
    [
      "letters with and without dots",
      "Бланк остаётся в архиве для учёта.",
      "Бланк остается в архиве для учета.",
    ],
  ];
  it.each(silent)("is none of substance: %s", (_, old, now) => {
    expect(substance(russian(FIRST, old, LAST), russian(FIRST, now, LAST))).toEqual([]);
  });

  it("follows a reference through a renumbering", () => {
    const refers = (clause: number): string =>
      `Журнал сверяется по пункту ${clause} настоящих Правил раз в год.`;
    const added = "Архив проветривается летом через северное окно.";
    const told = substance(russian(FIRST, LAST, refers(2)), russian(FIRST, added, LAST, refers(3)));
    expect(told.map(({ code, new: after }) => [code, after?.quote])).toEqual([["provision-added", added]]);
    expect(substance(russian(FIRST, LAST, refers(2)), russian(FIRST, LAST, refers(1)))).toHaveLength(1);
  });

  it("made everywhere is told once, with how often", () => {
    const clauses = (name: string): readonly string[] =>
      ["хранит", "ведет", "сверяет", "печатает"].map(
        (verb, at) =>
          `Работник ${name} ${verb} ${"бланки журнал опись списки".split(" ")[at] ?? ""} подразделения.`,
      );
    const told = substance(russian(...clauses("архива")), russian(...clauses("казенного предприятия")));
    expect(told).toMatchObject([{ code: "provision-changed", places: 4 }]);
  });

  it("Kazakh: one for three, in a clause", () => {
    const copies = (number: string): string =>
      kazakh("Журнал архивте сақталады.", `Анықтаманың ${number} данасы кеңседе қалады.`);
    expect(substance(copies("бір"), copies("үш"))).toMatchObject([
      { code: "provision-changed", fields: [{ field: "number", old: "бір данасы", new: "үш данасы" }] },
    ]);
  });
});

describe("provisions", () => {
  it("that an amendment took out are dropped, with the note in their place", () => {
    const note =
      "Исключен приказом Министра внутренних дел РК от 20.06.2023 № 498 (вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования).";
    const told = substance(russian(FIRST, LAST), russian(FIRST, note));
    expect(told).toMatchObject([{ code: "provision-removed", old: { quote: LAST } }]);
    expect(told[0]?.new?.quote).toContain("498");
  });

  it("in other words at another place are no more than moved", () => {
    const told = changesOf(russian(FIRST, LAST), russian(LAST, FIRST));
    expect(new Set(told.map((change) => change.class))).toEqual(new Set(["moved"]));
  });

  it("that stand twice and then once are not dropped", () => {
    expect(substance(russian(FIRST, LAST, FIRST), russian(FIRST, LAST))).toEqual([]);
  });
});
