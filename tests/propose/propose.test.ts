import { describe, expect, it } from "vitest";
import { BOOK_WORDS, type BookWords } from "../../src/language/book-words.ts";
import { pointersIn } from "../../src/propose/pointers.ts";
import { serviceName } from "../../src/propose/service-name.ts";

const words = (language: "kk" | "ru"): BookWords => {
  const found = BOOK_WORDS[language];
  if (found === undefined) throw new Error(`no words for ${language}`);
  return found;
};
const whats = (language: "kk" | "ru", text: string): string[] =>
  pointersIn(text, words(language)).map(({ what }) => what);

describe("what a text leaves to another act", () => {
  it.each([
    ["kk", "Құжаттар стандарттың 7-тармағына сәйкес ұсынылады", ["стандарттың 7-тармағы"]],
    [
      "kk",
      "«Байланыс туралы» Қазақстан Республикасы Заңының 12-бабында көзделген негіздер бойынша бас тартады",
      ["«Байланыс туралы» Қазақстан Республикасы Заңының 12-бабы"],
    ],
    ["ru", "отказ по основаниям, предусмотренным пунктом 5 Стандарта", ["пунктом 5 Стандарта"]],
    [
      "ru",
      "документы представляются в соответствии со статьей 8 Закона Республики Казахстан «О связи»",
      ["статьей 8 Закона Республики Казахстан «О связи»"],
    ],
  ] as const)("%s: %s", (language, text, expected) => {
    expect(whats(language, text)).toEqual(expected);
  });

  it.each([
    ["kk", "осы Қағидалардың 4-тармағына сәйкес құжаттар ұсынылады"],
    ["kk", "стандарттың 2-қосымшасына сәйкес нысан бойынша өтініш"],
    ["kk", "көрсетілетін қызметті алушының заңды өкілі құжаттарды сәйкес ұсынады"],
    ["ru", "документы, предусмотренные пунктом 4 настоящих Правил"],
    ["ru", "заявление по форме согласно приложению 1 к Стандарту"],
  ] as const)("is nothing in %s: %s", (language, text) => {
    expect(whats(language, text)).toEqual([]);
  });
});

describe("the name of a service in the title of its regulation", () => {
  it.each([
    ["«Анықтама беру» мемлекеттік қызметін көрсету қағидалары", "Анықтама беру"],
    ["Правила оказания государственной услуги «Выдача справки»", "Выдача справки"],
    ['""Ғарыш" орталығынан мәлімет беру" мемлекеттік қызмет регламенті', '"Ғарыш" орталығынан мәлімет беру'],
    ['"Ғарыш" орталығынан мәлімет беру" мемлекеттік қызмет регламенті', '"Ғарыш" орталығынан мәлімет беру'],
    ["Анықтама беру» мемлекеттік қызмет көрсету қағидалары", "Анықтама беру"],
    ["Анықтама беру қағидалары", "Анықтама беру қағидалары"],
  ])("%s", (title, name) => {
    expect(serviceName(title)).toBe(name);
  });
});
