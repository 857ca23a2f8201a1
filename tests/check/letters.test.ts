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
import { Laws } from "../../src/library/laws.ts";
import { lawOnDay } from "../../src/library/law-on-day.ts";
import { rulebooksAtHand } from "../../src/files/rules-folder.ts";
import { lawCitation } from "../../src/report/law-citation.ts";
import { legalCitation } from "../../src/report/legal-citation.ts";
import { letterOf } from "../../src/report/check/letter.ts";
import { letterDocx } from "../../src/report/check/letter-docx.ts";
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
  const law = lawOnDay(book, laws, verdict.submitted.slice(0, 10));
  return checkLetter(verdict, { service: serviceName(book, language), act: book.act, names, law });
}

const laws = new Laws(rulebooksAtHand(import.meta.dirname));

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
            expect(letter).toContain(`«${quote}»`);
            expect(letter).not.toMatch(/ЗГУ|АППК|МҚТЗ|ӘРПК/u);
            expect(cite).not.toBe("");
          }
        break;
      case "incomplete":
        for (const { document } of verdict.missingDocuments.flatMap(({ oneOf }) => oneOf))
          expect(letter.toLocaleLowerCase()).toContain(names.document(document).toLocaleLowerCase());
        for (const { quote = "" } of against.filter(({ kind }) => kind === "refusal" || kind === "document"))
          expect(letter).toContain(quote);
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
    if (verdict.verdict !== "admit") {
      // Each paper that is lacking or expired by its name, and how to appeal: to whom, until when, how soon each answers.
      for (const { document } of verdict.missingDocuments.flatMap(({ oneOf }) => oneOf))
        expect(letter.toLocaleLowerCase()).toContain(names.document(document).toLocaleLowerCase());
      for (const words of APPEAL[language]) expect(letter).toContain(words);
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

const APPEAL = {
  kk: [
    "Шағым беру мерзімі: шешім туралы белгілі болған күннен бастап 3 ай",
    "5 жұмыс күні",
    "15 жұмыс күні",
    "25-бабының 2-тармағы",
  ],
  ru: ["Срок подачи жалобы: 3 месяца", "5 рабочих дней", "15 рабочих дней", "пункт 2 статьи 25 Закона"],
  en: ["3 months from the day", "5 working days", "15 working days", "clause 2 of article 25 of the Law"],
} as const;

describe("a citation as a lawyer writes it", () => {
  it.each([
    [
      "2-тарау, 12-тармақ 3) тармақша",
      "Қағидалардың 12-тармағының 3) тармақшасы",
      "подпункт 3) пункта 12 Правил",
    ],
    ["1-қосымша, 2-тарау, 9-тармақ", "Қағидалардың 9-тармағы", "пункт 9 Правил"],
    [
      "бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, кесте 9-жол 2)",
      "Қағидаларға 1-қосымшаның 9-жолының 2) тармақшасы",
      "подпункт 2) строки 9 приложения 1 к Правилам",
    ],
    ["қаулы, 5-тармақ", "қаулының 5-тармағы", "пункт 5 постановления"],
    [
      "1-қосымша, 1-кесте 3-жол, 4-баған",
      "1-қосымшаның 1-кестесінің 3-жолының 4-бағаны",
      "графа 4 строки 3 таблицы 1 приложения 1",
    ],
    [
      "глава 2, пункт 7, подпункт 2), часть вторая",
      "Қағидалардың 7-тармағының 2) тармақшасының екінші бөлігі",
      "часть вторая подпункта 2) пункта 7 Правил",
    ],
    ["§ 7 Abs. 2", "§ 7 Abs. 2", "§ 7 Abs. 2"],
  ])("%s", (cite, kk, ru) => {
    expect([legalCitation(cite, "kk", "rules"), legalCitation(cite, "ru", "rules")]).toEqual([kk, ru]);
  });

  it("names a law in full", () => {
    const cited = { rule: "kz-law/zgu/19-1-2-1", cite: "ЗГУ, ст. 19-1(2)1)" };
    expect(lawCitation(cited, "ru")).toBe(
      "подпункт 1) пункта 2 статьи 19-1 Закона Республики Казахстан от 15 апреля 2013 года № 88-V «О государственных услугах»",
    );
    expect(lawCitation(cited, "kk")).toBe(
      "«Мемлекеттік көрсетілетін қызметтер туралы» 2013 жылғы 15 сәуірдегі № 88-V Қазақстан Республикасы Заңының 19-1-бабының 2-тармағының 1) тармақшасы",
    );
  });
});

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

  it("leaves a ground that nobody has reviewed to the officer", () => {
    const verdict = verdictOn(true);
    const drafted = {
      ...verdict,
      reasons: verdict.reasons.map((reason) => ({ ...reason, draft: true as const })),
    };
    const [letter = "", notes = ""] = letterOn(drafted, "ru", book).split("\n---\n");
    expect(letter).not.toContain("§ 3");
    expect(letter).toContain("основание указывает работник");
    expect(notes).toContain("§ 3");
  });

  it("is a document as well", async () => {
    const names = new Names(library.vocabulary, "kk");
    const bytes = await letterDocx(letterOf(verdictOn(true), { service: "s", act: book.act, names }), "kk");
    expect(new TextDecoder("latin1").decode(bytes.slice(0, 2))).toBe("PK");
    expect(bytes.length).toBeGreaterThan(2000);
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
