import { diff } from "../../src/diff/diff.ts";
import type { Change } from "../../src/model/change.ts";
import { versionOf } from "./version-of.ts";

export type TextLanguage = "kk" | "ru";

/** What stands around the clauses of a made-up act. */
const AROUND: Readonly<Record<TextLanguage, readonly string[]>> = {
  ru: [
    "# Об утверждении Правил оказания государственной услуги «Выдача справки»",
    "1. Утвердить прилагаемые Правила оказания государственной услуги «Выдача справки».",
    "> *Приложение к приказу*\n> *Министра внутренних дел*\n> *Республики Казахстан*\n> *от 1 марта 2020 года*\n> *№ 1*",
    "## Правила оказания государственной услуги «Выдача справки»",
    "### Глава 1. Общие положения",
  ],
  kk: [
    "# «Анықтама беру» мемлекеттік қызмет көрсету қағидаларын бекіту туралы",
    "1. Қоса беріліп отырған «Анықтама беру» мемлекеттік қызмет көрсету қағидалары бекітілсін.",
    "> *Қазақстан Республикасы*\n> *Ішкі істер министрінің*\n> *2020 жылғы 1 наурыздағы*\n> *№ 1 бұйрығына*\n> *қосымша*",
    "## «Анықтама беру» мемлекеттік қызмет көрсету қағидалары",
    "### 1-тарау. Жалпы ережелер",
  ],
};

const TABLE: Readonly<Record<TextLanguage, readonly string[]>> = {
  ru: [
    "> *Приложение 1*\n> *к Правилам оказания*\n> *государственной услуги*\n> *«Выдача справки»*",
    "Перечень основных требований к оказанию государственной услуги «Выдача справки»",
  ],
  kk: [
    "> *«Анықтама беру»*\n> *мемлекеттік қызмет көрсету*\n> *қағидаларына*\n> *1-қосымша*",
    "«Анықтама беру» мемлекеттік қызмет көрсетуге қойылатын негізгі талаптардың тізбесі",
  ],
};

/** Clauses that neither version changes. */
const FIRST = {
  ru: "Услугодатель ведет журнал учета выданных справок по месту нахождения архива.",
  kk: "Көрсетілетін қызметті беруші берілген анықтамаларды есепке алу журналын мұрағатта жүргізеді.",
};
const LAST = {
  ru: "Руководитель подразделения отвечает за хранение бланков в несгораемом шкафу.",
  kk: "Бөлімше басшысы бланкілердің отқа төзімді шкафта сақталуына жауап береді.",
};

/** A row of the table of requirements: heading and cell. */
type Row = readonly [heading: string, cell: string];

/** The rows that a table of requirements begins with. */
const ROWS: Readonly<Record<TextLanguage, readonly Row[]>> = {
  ru: [
    ["Наименование услугодателя", "Департаменты полиции"],
    ["Способы предоставления государственной услуги", "через веб-портал «электронного правительства»"],
    ["Срок оказания государственной услуги", "5 (пять) рабочих дней"],
  ],
  kk: [
    ["Көрсетілетін қызметті берушінің атауы", "Полиция департаменттері"],
    ["Мемлекеттік қызметті ұсыну тәсілдері", "«электрондық үкіметтің» веб-порталы арқылы"],
    ["Мемлекеттік қызмет көрсету мерзімі", "5 (бес) жұмыс күні"],
  ],
};

/** An act whose one regulation has these clauses, and these rows in its table. */
export function act(language: TextLanguage, clauses: readonly string[], rows: readonly Row[] = []): string {
  const [stamp = "", title = ""] = TABLE[language];
  const cells = [...ROWS[language], ...rows].map(
    ([heading, cell], at) => `<tr>\n<td>${at + 1}</td>\n<td>${heading}</td>\n<td>\n${cell}\n</td>\n</tr>`,
  );
  const table = [stamp, `<table>\n<tr>\n<td colspan="3">${title}</td>\n</tr>\n${cells.join("\n")}\n</table>`];
  return [
    ...AROUND[language],
    ...clauses.map((clause, at) => `${at + 1}. ${clause}`),
    ...(rows.length === 0 ? [] : table),
  ].join("\n\n");
}

/** What is told of a clause that became another one, or is gone, between two that stay as they are. */
export const clauseChanges = (language: TextLanguage, old: string, now?: string): readonly Change[] =>
  substance(
    act(language, [FIRST[language], old, LAST[language]]),
    act(language, [FIRST[language], ...(now === undefined ? [] : [now]), LAST[language]]),
  );

/** What is told of a cell that became another one. */
export const cellChanges = (
  language: TextLanguage,
  heading: string,
  old: string,
  now: string,
): readonly Change[] =>
  substance(
    act(language, [FIRST[language], LAST[language]], [[heading, old]]),
    act(language, [FIRST[language], LAST[language]], [[heading, now]]),
  );

/** What changed in substance between two texts. */
export const substance = (old: string, now: string): readonly Change[] =>
  diff(versionOf(old), versionOf(now))
    .services.flatMap(({ changes }) => changes)
    .filter((change) => change.class === "substance");

/** Changes as `code, applicant, provider`. */
export const told = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ code, gains }) => `${code} ${gains.applicant} ${gains.provider}`);
