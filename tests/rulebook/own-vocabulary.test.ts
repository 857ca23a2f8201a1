import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readRulebook, readRulebooks } from "../../src/files/read-rulebook.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { serviceForms } from "../../src/library/service-form.ts";
import { FORM_WORDS } from "../../src/report/form/words.ts";
import { Names } from "../../src/report/names.ts";
import { canonical } from "../../src/rulebook/canonical.ts";
import { likelySlip } from "../../src/rulebook/likely-slip.ts";
import { nameFaults } from "../../src/rulebook/name-faults.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-vocabulary-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const labels = (name: string): { kk: string; ru: string; en: string } => ({
  kk: `${name} kk`,
  ru: `${name} ru`,
  en: `${name} en`,
});

/** A fishing licence: for members, of whom those with a boat bring its passport unless they have handed in a lease. */
const BOOK = {
  id: "fishing/1",
  vocabulary: {
    facts: [{ id: "applicant.ofFishersUnion", type: "boolean", labels: labels("Of the fishers' union") }],
    documents: [
      { id: "boat-passport", labels: labels("Boat's passport") },
      { id: "boat-lease", labels: labels("Lease of a boat") },
    ],
  },
  rules: [
    { kind: "channel", channel: "provider", cite: "1" },
    {
      kind: "eligibility",
      cite: "2",
      when: { fact: "applicant.ofFishersUnion", operator: "equal", value: true },
    },
    {
      kind: "document",
      cite: "3",
      document: "boat-passport",
      when: { not: { fact: "documents", operator: "contains", value: "boat-lease" } },
    },
  ],
};

function fileOf(book: object): string {
  const file = join(folder, "book.json");
  writeFileSync(file, JSON.stringify(book));
  return file;
}

describe("a book's own vocabulary", () => {
  it("names its facts and papers in three languages, in verdicts and in the form", () => {
    const library = openLibrary({ rules: [fileOf(BOOK)] });
    const request = {
      service: "fishing/1",
      channel: "provider" as const,
      submitted: "2025-03-17T10:00:00Z",
      facts: { "applicant.ofFishersUnion": true },
      documents: [],
    };
    const verdict = library.judge(request);
    expect(verdict.verdict).toBe("incomplete");
    const names = new Names(library.vocabularyOf(verdict), "ru");
    expect(names.document("boat-passport")).toBe("Boat's passport ru");
    expect(library.judge({ ...request, documents: [{ type: "boat-lease" }] }).verdict).toBe("admit");
    expect(library.judge({ ...request, documents: [{ type: "boat-passport" }] }).verdict).toBe("admit");
    expect(library.judge({ ...request, facts: { "applicant.ofFishersUnion": false } }).verdict).toBe(
      "refuse",
    );
    const [volume] = library.volumes;
    if (volume === undefined) throw new Error("no volume");
    const form = JSON.stringify(serviceForms(FORM_WORDS)(volume, "kk"));
    expect(form).toContain("Of the fishers' union kk");
    expect(form).toContain("Lease of a boat kk");
    // Which papers came is asked once: as the list of documents.
    expect(form).not.toContain('"documents":{"type":"array","maxItems":1000');
  });

  it("comes back the same from the canonical form", () => {
    const book = readRulebook(fileOf(BOOK));
    const file = join(folder, "canonical.json");
    writeFileSync(file, canonical(book));
    expect(readRulebook(file)).toEqual(book);
  });

  it("may not give a common id another meaning, nor use an id twice", () => {
    const clash = { facts: [{ id: "applicant.age", type: "boolean", labels: labels("Age") }] };
    expect(() => readRulebook(fileOf({ ...BOOK, vocabulary: clash }))).toThrow(/common vocabulary/u);
    const [own] = BOOK.vocabulary.facts;
    const twice = { ...BOOK.vocabulary, facts: [own, own] };
    expect(() => readRulebook(fileOf({ ...BOOK, vocabulary: twice }))).toThrow(/used once/u);
    const same = { facts: [readVocabulary().facts.find(({ id }) => id === "applicant.age"), own] };
    expect(readRulebook(fileOf({ ...BOOK, vocabulary: { ...BOOK.vocabulary, ...same } })).id).toBe(
      "fishing/1",
    );
  });

  it("is whole: a name in neither list is an error with the likely slip", () => {
    const slip = { kind: "document", cite: "4", document: "boat-pasport" };
    expect(() => readRulebook(fileOf({ ...BOOK, rules: [...BOOK.rules, slip] }))).toThrow(
      /"boat-pasport" is in no vocabulary: did you mean "boat-passport"/u,
    );
  });

  it("is asked of no book that has none: it is read as before", () => {
    const { vocabulary, ...without } = BOOK;
    expect(vocabulary.facts).toHaveLength(1);
    expect(readRulebook(fileOf(without)).rules).toHaveLength(3);
  });
});

describe("names", () => {
  it("of all the books that Tarmaq brings are in its vocabulary", () => {
    const common = readVocabulary();
    expect(readRulebooks().flatMap(({ book }) => nameFaults(book, common))).toEqual([]);
  });

  it("are found by a slip of the id, of its last part and of the label in any language", () => {
    const { facts, documents } = readVocabulary();
    expect(likelySlip("applicant.agee", facts)?.id).toBe("applicant.age");
    expect(likelySlip("age", facts)?.id).toBe("applicant.age");
    expect(likelySlip("applicant.haslin", facts)?.id).toBe("applicant.hasIin");
    expect(likelySlip("identiy-card", documents)?.id).toBe("identity-card");
    expect(likelySlip("Birth certifcate", documents)?.id).toBe("birth-certificate");
    expect(likelySlip("spaceship", documents)).toBeUndefined();
    expect(likelySlip("", facts)).toBeUndefined();
  });
});
