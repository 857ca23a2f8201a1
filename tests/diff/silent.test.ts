import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openVersion } from "../../src/desk/open-version.ts";
import { diff } from "../../src/diff/diff.ts";
import { LAYOUTS } from "../mangle/layouts.ts";
import { act, cellChanges, clauseChanges, substance, type TextLanguage } from "./made-up.ts";
import { versionOf } from "./version-of.ts";

const FORMATS = ["act.docx", "act.html", "act.libreoffice.pdf", "act.chromium.pdf"];

describe("a text against itself in another format", () => {
  const from = { cwd: new URL("../fixtures/formats/", import.meta.url).pathname };
  it.each(FORMATS)("%s gives nothing of substance", async (file) => {
    const [old, now] = [await openVersion("act.md", from), await openVersion(file, from)];
    const changes = diff(old, now).services.flatMap((service) => service.changes);
    expect(changes.filter((change) => change.class === "substance" || change.class === "unread")).toEqual([]);
  });
});

describe("a text against itself in another layout", () => {
  const texts = ["formats/act.md", "acts/94652-rus.md"].map((file) => {
    const text = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8");
    return [file, text, versionOf(text)] as const;
  });
  it.each(texts.flatMap((text) => LAYOUTS.map((layout) => [...text, ...layout] as const)))(
    "%s, $3, gives nothing of substance",
    (_, text, version, __, mangle) => {
      const changes = diff(version, versionOf(mangle(text))).services.flatMap((service) => service.changes);
      const told = changes.filter((change) => change.class === "substance" || change.class === "unread");
      expect(told.map(({ code, old, new: now }) => [code, old?.quote, now?.quote])).toEqual([]);
    },
  );

  it("is one line of a cell or two", () => {
    const lines = [
      "Құжаттар жұмыс кестесіне сәйкес қабылданады.",
      "Қызмет кезек тәртібімен, алдын ала жазылусыз көрсетіледі.",
    ];
    const heading = "Мемлекеттік қызмет көрсету нәтижесі";
    expect(cellChanges("kk", heading, lines.join("\n"), lines.join(" "))).toEqual([]);
    expect(cellChanges("kk", heading, lines.join(" "), lines.join("\n"))).toEqual([]);
  });
});

describe("what changes nothing", () => {
  const clauses: readonly (readonly [why: string, language: TextLanguage, old: string, now: string])[] = [
    [
      "a body by its first letters",
      "ru",
      "Журнал ведется по требованиям приказа МВД № 992 «Об утверждении образца журнала».",
      "Журнал ведется по требованиям приказа Министра внутренних дел Республики Казахстан № 992 «Об утверждении образца журнала».",
    ],
    [
      "the date and number of a law that is named",
      "ru",
      "Архив действует по статье 5 Закона Республики Казахстан от 22 декабря 1998 года № 326-I «Об архиве».",
      "Архив действует по статье 5 Закона Республики Казахстан «Об архиве».",
    ],
    [
      "the date and number of a law that is named",
      "kk",
      "Мұрағат «Мұрағат туралы» Қазақстан Республикасының 1998 жылғы 22 желтоқсандағы № 326-I Заңының 5-бабы бойынша жұмыс істейді.",
      "Мұрағат «Мұрағат туралы» Қазақстан Республикасы Заңының 5-бабы бойынша жұмыс істейді.",
    ],
    [
      "a slash for and (or)",
      "ru",
      "Журнал ведется как электронный (в таблице) и (или) бумажный.",
      "Журнал ведется как электронный (в таблице)/ бумажный.",
    ],
    [
      "the words for a public service",
      "kk",
      "Журнал үлгісі осы мемлекеттік көрсетілетін қызмет Қағидаларына 1-қосымшада берілген.",
      "Журнал үлгісі осы Қағидаларға 1-қосымшада берілген.",
    ],
    [
      "a word written in two",
      "kk",
      "Журналды мұрағатшы электрондық цифрлық қол таңбасымен бекітеді.",
      "Журналды мұрағатшы электрондық цифрлық қолтаңбасымен бекітеді.",
    ],
    [
      "a word that stood twice",
      "kk",
      "Журнал мұрағаттың мұрағаттың бөлмесінде сақталады.",
      "Журнал мұрағаттың бөлмесінде сақталады.",
    ],
    [
      "a duty said by the plain verb",
      "ru",
      "Журнал раз в год рассматривается комиссией архива.",
      "Журнал раз в год подлежит рассмотрению комиссией архива.",
    ],
    [
      "a thing by the name that it is given elsewhere",
      "ru",
      "Опись ведут: 1) журнал; 2) сводная ведомость сданных бланков (далее – ведомость). Архивариус сверяет ведомость.",
      "Опись ведут: 1) журнал; 2) ведомость. Архивариус сверяет ведомость.",
    ],
    [
      "the state by its first letters",
      "ru",
      "Журнал утверждает Правительство Республики Казахстан весной.",
      "Журнал утверждает Правительство РК весной.",
    ],
    [
      "in accordance with, in other words",
      "ru",
      "Журнал ведется согласно образцу архива.",
      "Журнал ведется в соответствии с образцом архива.",
    ],
    [
      "in accordance with, in other words",
      "kk",
      "Журнал мұрағат үлгісіне сәйкес жүргізіледі.",
      "Журнал мұрағат үлгісіне сай жүргізіледі.",
    ],
    [
      "a thing by the short name that it is given",
      "ru",
      "Журнал передается в территориальное подразделение местных органов военного управления. Органы военного управления хранят его год.",
      "Журнал передается в территориальное подразделение местных органов военного управления (далее – МОВУ). МОВУ хранит его год.",
    ],
    [
      "where an act was registered",
      "ru",
      "Журнал ведется по приказу № 992 «Об утверждении образца журнала».",
      "Журнал ведется по приказу № 992 «Об утверждении образца журнала» (зарегистрированный в Реестре государственной регистрации нормативных правовых актов № 12880).",
    ],
    [
      "where an act was registered and published",
      "kk",
      "Журнал «Журнал үлгісін бекіту туралы» № 219 бұйрыққа (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 10747 болып тіркелген, «Әділет» ақпараттық-құқықтық жүйесінде 2015 жылғы 23 сәуірде жарияланған) сәйкес жүргізіледі.",
      "Журнал «Журнал үлгісін бекіту туралы» № 219 бұйрыққа (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 10747 болып тіркелген) сәйкес жүргізіледі.",
    ],
    [
      "another noun of the same verb at another place",
      "kk",
      "Зертхана жүргізілген сынаулардың нәтижелері бойынша хаттама жасайды.",
      "Зертхана хаттаманы жүргізілген сынақтардың нәтижелері бойынша жасайды.",
    ],
  ];
  it.each(clauses)("%s (%s)", (_, language, old, now) => {
    expect(clauseChanges(language, old, now)).toEqual([]);
  });

  it("is a list in a clause that the table says as well, beside its heading", () => {
    const grounds = [
      "көрсетілетін қызметті алушы ұсынған құжаттардың дәйексіздігін анықтау",
      "көрсетілетін қызметті алушыға қатысты қызметіне тыйым салу туралы соттың заңды күшіне енген шешімінің болуы",
    ];
    const list = `1) ${grounds[0] ?? ""};\n2) ${grounds[1] ?? ""}.`;
    const row = ["Мемлекеттік қызмет көрсетуден бас тарту үшін негіздер", list] as const;
    const inClause = `Мыналар:\n\n   1) ${grounds[0] ?? ""};\n\n   2) ${grounds[1] ?? ""} мемлекеттік қызмет көрсетуден бас тарту үшін негіздер болып табылады.`;
    const other = "Бөлімше басшысы бланкілердің отқа төзімді шкафта сақталуына жауап береді.";
    const refers = "Мемлекеттік қызмет көрсетуден бас тарту тізбенің 4-тармағына сәйкес жүзеге асырылады.";
    expect(substance(act("kk", [other, inClause], [row]), act("kk", [other, refers], [row]))).toEqual([]);
  });
});

describe("what was only read otherwise", () => {
  it("is no change: the same term is a step here and the act's own there", () => {
    const [old, now] = ["бұйымдарды", "аспаптарды"].map(
      (things) =>
        `он жұмыс күні ішінде ${things} «Бұйымдарды сынау әдістерін бекіту туралы» Ішкі істер министрінің № 219 бұйрығына сәйкес сынайды.`,
    ) as [string, string];
    const changes = clauseChanges("kk", `Жауапты орындаушы ${old}`, `Жауапты орындаушы ${now}`);
    expect(changes.map(({ code, fields }) => [code, fields.map(({ field }) => field)])).toEqual([
      ["provision-changed", ["otherWords"]],
    ]);
  });

  it("is no change: a number that three clauses change is told at each of them", () => {
    const clause = (things: string, days: string): string =>
      `Жауапты орындаушы ${things} ${days} жұмыс күні ішінде тексереді.`;
    const things = ["құжаттарды", "мөрлерді", "бланкілерді"];
    const changes = substance(
      act(
        "kk",
        things.map((one) => clause(one, "екі")),
      ),
      act(
        "kk",
        things.map((one) => clause(one, "бір")),
      ),
    );
    expect(changes.map(({ code }) => code)).toEqual(Array(3).fill("term-shortened"));
  });
});
