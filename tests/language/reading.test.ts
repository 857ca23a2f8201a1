import { describe, expect, it } from "vitest";
import { kazakh } from "../../src/language/kk/kazakh.ts";
import { russian } from "../../src/language/ru/russian.ts";
import { languageOf } from "../../src/language/language-of.ts";
import { TEXT_LANGUAGES } from "../../src/language/languages.ts";
import { outline, read, type Outline } from "../../src/reading.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const errors = ({ findings }: Outline): readonly string[] =>
  findings.filter(({ severity }) => severity === "error").map(({ code }) => code);

const KAZAKH = "1. Мемлекеттік қызмет тегін, үш жұмыс күні ішінде көрсетіледі.\n";
const RUSSIAN = "1. Государственная услуга оказывается бесплатно, в течение 3 рабочих дней.\n";
const ENGLISH = "1. The service is free and is rendered within three working days.\n";

describe("the language of a text", () => {
  const told = (text: string): string | undefined => languageOf(text, TEXT_LANGUAGES)?.code;

  it("is told by its letters", () => {
    expect([KAZAKH, RUSSIAN, ENGLISH].map(told)).toEqual(["kk", "ru", undefined]);
    expect(["", "1. 2. 3.", "№ 15 – 20 %"].map(told)).toEqual([undefined, undefined, undefined]);
  });

  it("is Russian where a form in it is in both languages", () => {
    expect(told(RUSSIAN.repeat(20) + KAZAKH)).toBe("ru");
  });

  it("is Kazakh of a few words that have no letter of its own", () => {
    expect(told("1. Талон берілді")).toBe("kk");
    expect(told("Талон")).toBe("kk");
  });

  it("is none of a list without it", () => {
    expect(languageOf(ENGLISH, [kazakh])).toBe(undefined);
    expect(languageOf(RUSSIAN, [kazakh])).toBe(undefined);
  });
});

describe("a reading", () => {
  it("says its language, and gives rules where it is read", () => {
    const reading = read(bytes(KAZAKH), { file: "kazakh.txt" });
    expect(reading.language).toBe(kazakh);
    expect(reading.candidates.map(({ kind }) => kind)).toContain("deadline");
    expect(errors(reading)).toEqual([]);
  });

  it("of a Russian text gives the rules that the Kazakh one gives", () => {
    const told = (text: string): unknown =>
      read(bytes(text), { file: "x.txt" }).candidates.map((rule) => [
        rule.kind,
        rule.kind === "deadline" ? [rule.amount, rule.unit, rule.subject] : rule.kind === "fee" && rule.free,
      ]);
    expect(told(RUSSIAN)).toEqual([
      ["deadline", [3, "working-day", "administration"]],
      ["fee", true],
    ]);
    expect(told(KAZAKH)).toEqual(told(RUSSIAN));
  });

  it("of a text whose rules are not read is an error, and its tree is none", () => {
    const { grammar, ...unread } = russian;
    expect(grammar).toBeDefined();
    const languages = [kazakh, unread];
    const reading = read(bytes(RUSSIAN), { file: "russian.txt" }, languages);
    expect(reading.candidates).toEqual([]);
    expect(reading.language?.code).toBe("ru");
    expect(errors(reading)).toEqual(["reading/language-not-read"]);
    const { tree, ...outlined } = outline(bytes(RUSSIAN), { file: "russian.txt" }, languages);
    expect(errors({ tree, ...outlined })).toEqual([]);
    expect(tree.children?.map(({ cite }) => cite)).toEqual(["приказ, пункт 1"]);
  });

  it("of a text in no language is an error, once", () => {
    for (const text of [ENGLISH, "1. 2. 3."]) {
      expect(errors(outline(bytes(text), { file: "x.txt" })), text).toEqual(["reading/language-unknown"]);
      expect(errors(read(bytes(text), { file: "x.txt" })), text).toEqual(["reading/language-unknown"]);
    }
  });

  it("of what is no text says that, and nothing of its language", () => {
    expect(errors(read(bytes(""), { file: "x.txt" }))).toEqual(["ingest/empty"]);
  });
});
