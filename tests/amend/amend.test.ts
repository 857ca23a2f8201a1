import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runIn } from "../in-process.ts";
import { amended, told } from "./amended.ts";

const fixtures = join(import.meta.dirname, "../fixtures/amend");
const read = (name: string): string => readFileSync(join(fixtures, name), "utf8");

/** The lines that only one of two texts has. */
function changed(before: string, after: string): readonly string[] {
  const had = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !had.has(line));
}

describe("an amending act", () => {
  it("is applied clause by clause in Russian, and says what could not be", () => {
    const act = read("passes-act-rus.md");
    const { text, outcomes } = amended(act, read("passes-order-rus.md"));
    expect(told(outcomes)).toEqual([...Array.from({ length: 9 }, () => "applied"), "target-not-found"]);
    expect(changed(act, text)).toEqual([
      "   1) услугодатель – бюро пропусков;",
      "   2-1) бюро – структурное подразделение;",
      "   3) исключен в соответствии с изменениями (№ 1, приказ, пункт 1, часть шестая);",
      "3. Услугополучатель подает заявление в отдел пропусков.",
      "   Заявление подается в одном экземпляре.",
      "4. Услугодатель в течение двух рабочих дней рассматривает принятое заявление.",
      "5. Пропуск выдается на один год и продлевается по заявлению.",
      "5-1. Пропуск сдается в бюро.",
      "   Утерянный пропуск аннулируется.",
    ]);
  });

  it("is applied clause by clause in Kazakh, with the endings that the words need", () => {
    const act = read("passes-act-kaz.md");
    const { text, outcomes } = amended(act, read("passes-order-kaz.md"));
    expect(told(outcomes)).toEqual([...Array.from({ length: 10 }, () => "applied"), "target-not-found"]);
    expect(changed(act, text)).toEqual([
      "   1) көрсетілетін қызметті беруші – рұқсаттама бюросы;",
      "   2-1) бюро – құрылымдық бөлімше;",
      "   3) алып тасталды (№ 1, бұйрық, 1-тармақ, төртінші бөлік 3) тармақша);",
      "3. Көрсетілетін қызметті алушы өтінішті бөлімге береді.",
      "   Өтініш бір данада беріледі.",
      "4. Көрсетілетін қызметті беруші өтінішті қабылдап екі жұмыс күні ішінде қарайды.",
      "5. Рұқсаттама бір жылға беріледі және өтініш бойынша ұзартылады.",
      "5-1. Рұқсаттама бюроға тапсырылады.",
      "   Жоғалған рұқсаттама жойылады.",
      "6. Шағым комитетке беріледі.",
    ]);
  });

  it("is traced: each change names the clause of the amending act, its line and its words", () => {
    const { outcomes } = amended(read("passes-act-rus.md"), read("passes-order-rus.md"));
    const [first] = outcomes;
    expect(first?.instruction.source).toMatchObject({
      cite: "приказ, пункт 1, часть четвертая",
      lines: [11, 11],
      quote: "подпункт 1) изложить в следующей редакции:",
    });
    expect(first?.is === "applied" ? first.places.map(({ cite }) => cite) : []).toEqual([
      "глава 1, пункт 2 подпункт 1)",
    ]);
  });
});

const act = read("passes-act-rus.md");
/** An order that says this of the rules. */
const order = (...lines: readonly string[]): string =>
  [
    "# О внесении изменений",
    "1. Внести в приказ Министра от 5 мая 2020 года № 9 «Об утверждении Правил выдачи пропусков» следующие изменения:",
    "   в Правилах оказания государственной услуги «Выдача пропусков», утвержденных указанным приказом:",
    ...lines.map((line) => `   ${line}`),
  ].join("\n\n");

describe("what is not applied", () => {
  it.each([
    ["слова стоят там несколько раз", "в главе 2 слово «заявление» исключить;", "words-several"],
    ["слов там нет", "в пункте 4 слова «пяти дней» заменить словами «шести дней»;", "words-not-found"],
    ["слова в другой форме", "в пункте 4 слово «заявления» заменить словом «письма»;", "words-in-other-form"],
    ["редакции нет", "пункт 4 изложить в следующей редакции:", "wording-missing"],
    [
      "непонятно",
      "в пункте 4 слова «трех», «рабочих» заменить словами «двух», «дней», «часов»;",
      "not-understood",
    ],
    [
      "приложения нет",
      "приложение 3 изложить в новой редакции согласно приложению 1 к настоящему приказу;",
      "target-not-found",
    ],
    ["перечень назван словами", "перечень учреждений исключить;", "target-not-found"],
    ["пункт уже есть", "дополнить пунктом 5 следующего содержания: «5. Иное.»;", "already-changed"],
  ])("is told with its reason: %s", (_, line, because) => {
    const { text, outcomes } = amended(act, order(line));
    expect(told(outcomes)).toEqual([because]);
    expect(text).toBe(act);
  });

  it("is an instruction that touches what an earlier one has changed", () => {
    const lines = [
      "пункт 4 изложить в следующей редакции: «4. Услугодатель рассматривает заявление.»;",
      "в пункте 4 слова «трех рабочих дней» заменить словами «двух рабочих дней»;",
    ];
    expect(told(amended(act, order(...lines)).outcomes)).toEqual(["applied", "already-changed"]);
  });

  it("is an instruction of another act, told apart", () => {
    const { outcomes, text } = amended(act, order("пункт 4 исключить;"), {
      number: "10",
      date: "2020-05-05",
    });
    expect(told(outcomes)).toEqual(["of-another-act"]);
    expect(text).toBe(act);
  });
});

describe("words that are replaced", () => {
  it("wherever they stand are replaced in each form that is certain, but not in what is given anew", () => {
    const lines = [
      "по всему тексту слово «заявление» заменить словом «прошение» в соответствующих падежах;",
      "пункт 4 изложить в следующей редакции: «4. Услугодатель рассматривает заявление.»;",
    ];
    const { text, outcomes } = amended(act, order(...lines));
    expect(told(outcomes)).toEqual(["applied", "applied"]);
    expect(changed(act, text)).toEqual([
      "3. Услугополучатель подает прошение в отдел пропусков. К прошению прилагается фотография.",
      "   Прошение подается в двух экземплярах.",
      "4. Услугодатель рассматривает заявление.",
    ]);
  });
});

describe("the guide's example", () => {
  it("says what the command says, and changes only what the order says", async () => {
    const root = join(import.meta.dirname, "../..");
    const act = "corpus/002_b0c7419236df1d07.txt";
    const { out } = await runIn(root, ["amend", act, "docs/guide/amend-order.txt", "--lang", "en"]);
    const guide = readFileSync(join(root, "docs/guide/amend.md"), "utf8");
    const shown = /```text\n([\s\S]*?)```/u.exec(guide)?.[1]?.trim().split("\n") ?? [];
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((line) => !out.split("\n").includes(line))).toEqual([]);
  });
});

describe("tarmaq amend", () => {
  const args = ["amend", "passes-act-rus.md", "passes-order-rus.md", "--lang"];

  it.each([
    ["kk", "Осы актіге қатысты нұсқаулар: 10; енгізілгені 9, енгізілмегені 1"],
    ["ru", "Указаний к этому акту: 10; внесено 9, не внесено 1"],
    ["en", "Instructions for this act: 10; applied 9, not applied 1"],
  ])("says in each language how many instructions were applied: %s", async (language, line) => {
    const { out, status } = await runIn(fixtures, [...args, language]);
    expect(out.split("\n")).toContain(line);
    expect(status).toBe(1);
  });

  it("tells by provision what a published text has otherwise", async () => {
    const published = [...args, "en", "--against", "passes-published-rus.md"];
    const { out, status } = await runIn(fixtures, published);
    expect(status).toBe(1);
    expect(out).toContain("chapter 2, clause 5: differs: 5. Пропуск выдается на [-один год-]{+два года+}");
    expect(out).toContain("1 differ");
  });

  it("refuses an act in one language and an amending act in another", async () => {
    const { err, status } = await runIn(fixtures, ["amend", "passes-act-rus.md", "passes-order-kaz.md"]);
    expect(status).toBe(2);
    expect(err).toContain("is in Russian");
  });
});
