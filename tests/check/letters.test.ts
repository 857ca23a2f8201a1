import type { Language } from "../../src/model/language.ts";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { serviceName } from "../../src/report/rules/rulebook-view.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { readRequest } from "../../src/files/read-request.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { checkLetter } from "../../src/report/check/letter.ts";
import { citation } from "../../src/report/citation.ts";
import { Names } from "../../src/report/names.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

const folder = join(import.meta.dirname, "../fixtures/check");
const library = openLibrary();
const samples = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map((name) => `${service}/${name}`),
);
const LANGUAGES = ["kk", "ru", "en"] as const;

function letterOn(verdict: Verdict, language: Language, book = library.bookOf(verdict)): string {
  const names = new Names(library.vocabulary, language);
  return checkLetter(verdict, { service: serviceName(book, language), act: book.act, names });
}

const ids = [
  ...library.vocabulary.facts.flatMap(({ id, values }) => [id, ...(values ?? []).map(({ value }) => value)]),
  ...library.vocabulary.documents.map(({ id }) => id),
  ...library.volumes.flatMap(({ book }) => [book.id, ...book.rules.map(({ id }) => id)]),
].filter((id) => /[./-]/.test(id));

describe.each(samples)("the letter on %s", (sample) => {
  const verdict = library.judge(readRequest(join(folder, sample, "request.json")));
  if (verdict.verdict === "undetermined") {
    it("is not written", () => {
      expect(verdict.undetermined).not.toEqual([]);
    });
    return;
  }

  it.each(LANGUAGES)("shows no machine's names: %s", (language) => {
    const letter = letterOn(verdict, language);
    expect(ids.filter((id) => letter.includes(id))).toEqual([]);
    expect(letter).not.toMatch(/«unknown»|undefined|null|finding:|\{|\}/);
  });

  it.each(LANGUAGES)("says what the verdict holds, and no more: %s", (language) => {
    const [letter = "", notes = ""] = letterOn(verdict, language).split("\n---\n");
    const names = new Names(library.vocabulary, language);
    const time = /\d{2}:\d{2} \(UTC[+-]\d{2}:\d{2}\)/g;
    const against = verdict.reasons.filter(({ outcome }) => outcome === "fail");
    switch (verdict.verdict) {
      case "refuse":
        for (const { kind, cite, quote = "" } of against.filter((each) => each.kind !== "document"))
          if (
            kind !== "refusal" ||
            !against.some(
              (other) =>
                other.quote?.includes(quote) === true && other.cite === cite && other.quote !== quote,
            )
          ) {
            if (kind === "refusal" && verdict.missingDocuments.length > 0) continue;
            expect(letter).toContain(citation(cite, language));
            expect(letter).toContain(`«${quote}»`);
          }
        break;
      case "incomplete":
        for (const { document } of verdict.missingDocuments.flatMap(({ oneOf }) => oneOf))
          expect(letter.toLocaleLowerCase()).toContain(names.document(document).toLocaleLowerCase());
        for (const { cite } of against) expect(letter).toContain(citation(cite, language));
        break;
      default: {
        // Without a term of the whole service, that for the answer is the applicant's: the result is in it.
        const judging = verdict.deadlines.filter(({ judges }) => judges);
        const service = judging.filter(({ subject }) => subject === "service");
        const due = service.length > 0 ? service : judging.filter(({ subject }) => subject === "response");
        const tightest = due
          .flatMap((term) => term.due ?? [])
          .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
        const endsWithDay = tightest?.includes("T00:00:00") === true;
        expect(letter.match(time)).toHaveLength(tightest === undefined || endsWithDay ? 1 : 2);
        // What is due at 00:00 is due until the end of the day before, and is told so.
        expect(letter.includes(END_OF_DAY[language])).toBe(endsWithDay);
        expect(letter).not.toMatch(/00:00 /);
        // An admission as far as the rules at hand go says to what acts it was not held.
        const left = verdict.notHeld.filter(({ kinds }) =>
          kinds.some((kind) => kind === "document" || kind === "refusal"),
        );
        expect(left.length > 0).toBe(verdict.asFarAsRulesAtHandGo);
        for (const { what } of left) expect(letter).toContain(what);
      }
    }
    if (verdict.verdict !== "refuse")
      for (const finding of verdict.openFindings) {
        expect(notes).toContain(names.fact(finding));
        expect(letter).not.toContain(names.fact(finding));
      }
    expect(letter.match(time)).not.toBeNull();
  });
});

const END_OF_DAY = {
  kk: "(күннің соңына дейін)",
  ru: "(до конца дня)",
  en: "(until the end of the day)",
} as const;

describe("a letter by a book written by hand", () => {
  const book: Rulebook = {
    id: "xx",
    act: { id: "xx", title: "unknown", number: "7", date: "2020-01-02", body: "Council" },
    rules: [
      { id: "xx/1", kind: "refusal", stage: "service", cite: "§ 3" },
      {
        id: "xx/2",
        kind: "deadline",
        subject: "service",
        amount: 5,
        unit: "working-day",
        fromEvent: "submitted",
        cite: "§ 4",
      },
    ],
  };
  const verdictOn = (holds: boolean): Verdict =>
    check(
      compile(book, library.vocabulary),
      {
        service: "xx",
        channel: "post",
        submitted: "2025-03-17T10:00",
        ...(holds ? { findings: [{ fact: "finding:xx/1", holds, by: "n", at: "2025-03-17T10:00" }] } : {}),
      },
      { rulebook: { id: "xx", standing: "in-force", unread: "unknown" } },
    );

  it("names a finding by the provision it belongs to, and an act without a known title by the rest", () => {
    const refusal = letterOn(verdictOn(true), "en", book);
    expect(refusal).toContain("1) § 3.");
    expect(refusal).toContain("Act: Council, 02.01.2020, № 7");
    expect(refusal.split("---")[0]).not.toMatch(/finding:|unknown/);
    expect(letterOn(verdictOn(false), "en", book).split("---")[1]).toContain("§ 3");
  });

  it("does not say that there is no term where only its end cannot be counted", () => {
    const receipt = letterOn(verdictOn(false), "ru", book);
    expect(receipt).toContain("5 рабочих дней");
    expect(receipt).toContain("§ 4");
    expect(receipt).not.toContain("имеющимися нормами не установлен");
  });
});

describe("a citation in another language", () => {
  it.each([
    [
      "2-тарау, 7-тармақ 2) тармақша, екінші бөлік",
      "глава 2, пункт 7, подпункт 2), часть вторая",
      "chapter 2, clause 7, item 2), second part",
    ],
    [
      "бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, кесте 9-жол 2)",
      "приложение 1 к Правилам (приложение 1 к приказу), таблица, строка 9, 2)",
      "annex 1 to the Rules (annex 1 to the order), table, row 9, 2)",
    ],
    [
      "қаулыға 2-қосымша, Регламентке 1-1-қосымша, Тізбеге қосымша",
      "приложение к Перечню (приложение 1-1 к Регламенту, приложение 2 к постановлению)",
      "annex to the List (annex 1-1 to the Reglament, annex 2 to the resolution)",
    ],
    // One that was inserted behind the first, or a book of before.
    ["1-1-қосымша, кесте 9-жол 2)", "приложение 1-1, таблица, строка 9, 2)", "annex 1-1, table, row 9, 2)"],
    [
      "1-қосымша, 1-кесте 3-жол, 4-баған",
      "приложение 1, таблица 1, строка 3, графа 4",
      "annex 1, table 1, row 3, column 4",
    ],
    ["2-тарау, 7-тармақ, 14-бөлік", "глава 2, пункт 7, часть 14", "chapter 2, clause 7, part 14"],
    ["қаулы, 5-тармақ", "постановление, пункт 5", "resolution, clause 5"],
    // Not ours to translate.
    ["§ 7 Abs. 2", "§ 7 Abs. 2", "§ 7 Abs. 2"],
    ["2-тарау, ескерту", "глава 2, сноска", "chapter 2, note"],
  ])("%s", (kk, ru, en) => {
    expect([citation(kk, "kk"), citation(kk, "ru"), citation(kk, "en")]).toEqual([kk, ru, en]);
  });

  it("is found for every citation of our rulebooks", () => {
    const cites = library.volumes.flatMap(({ book }) => book.rules.map(({ cite }) => cite));
    expect([...new Set(cites)].filter((cite) => citation(cite, "ru") === cite)).toEqual([]);
  });
});
