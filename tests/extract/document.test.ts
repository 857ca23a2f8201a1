import { describe, expect, it } from "vitest";
import { document } from "../../src/extract/document.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import { statementsIn } from "./read-example.ts";

/** The words, condition and choice of each paper that a line of the row of documents asks for. */
const papers = (text: string): [string, string?, "choice"?][] =>
  statementsIn(text, { topic: "documents" })
    .flatMap((one) => document.read(one, grammar))
    .map(({ fields, words }) => [
      text.slice(words.start, words.end),
      ...(fields.condition === undefined && fields.alternativeGroup === undefined ? [] : [fields.condition]),
      ...(fields.alternativeGroup === undefined ? [] : (["choice"] as const)),
    ]) as [string, string?, "choice"?][];

describe("papers in one line", () => {
  it("are one where one of them is told in several words", () => {
    expect(
      papers("көрсетілетін қызметті алушының не оның өкілінің жеке басын куәландыратын құжат"),
    ).toHaveLength(1);
    expect(papers("тегі, аты, әкесінің аты")).toHaveLength(1);
  });

  it("are several where commas and және part whole papers", () => {
    expect(
      papers("мүгедектігі туралы анықтама және бағдарламадан үзінді көшірме").map(([words]) => words),
    ).toEqual(["мүгедектігі туралы анықтама", "бағдарламадан үзінді көшірме"]);
  });

  it("are a choice where немесе parts them, and only those", () => {
    expect(papers("өтініш, жеке куәлік немесе паспорты")).toEqual([
      ["өтініш"],
      ["жеке куәлік", undefined, "choice"],
      ["паспорты", undefined, "choice"],
    ]);
  });

  it("have a condition before a dash, behind it, or in brackets", () => {
    expect(papers("балалар үшін – туу туралы куәлік")[0]?.[1]).toBe("балалар үшін");
    expect(papers("куәлік көшірмесі (қарттар үшін талап етілмейді)")[0]?.[1]).toContain("қарттар үшін");
    expect(papers("сенімхат (бар болса)")[0]?.[1]).toBe("бар болса");
  });

  it("share a condition that және carries on", () => {
    expect(
      papers("балалар үшін – туу туралы куәлік және денсаулық паспорты").map(([, when]) => when),
    ).toEqual(["балалар үшін", "балалар үшін"]);
  });

  it("take what is for some persons only as one more paper, in place of the first", () => {
    expect(
      papers("жеке басын куәландыратын құжат (он алты жасқа толмаған адамдар үшін – туу туралы куәлігі)"),
    ).toEqual([
      ["жеке басын куәландыратын құжат", undefined, "choice"],
      [
        "он алты жасқа толмаған адамдар үшін – туу туралы куәлігі)",
        "он алты жасқа толмаған адамдар үшін",
        "choice",
      ],
    ]);
  });

  it("have no condition where brackets only say what for", () => {
    expect(papers("жеке куәлік (жеке басты сәйкестендіру үшін)")).toEqual([
      ["жеке куәлік (жеке басты сәйкестендіру үшін)"],
    ]);
  });

  it("are none where the provider gets them itself or only compares originals", () => {
    expect(papers("Мәліметтерді көрсетілетін қызметті беруші ақпараттық жүйелерден алады")).toEqual([]);
    expect(papers("салыстыру үшін құжаттардың түпнұсқалары және көшірмелері ұсынылады")).toEqual([]);
  });
});
