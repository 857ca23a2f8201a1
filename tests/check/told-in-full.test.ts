import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import type { FactValue } from "../../src/model/condition.ts";
import { CHANNELS } from "../../src/model/rule.ts";
import type { FactEntry } from "../../src/model/vocabulary.ts";
import { checkLetter } from "../../src/report/check/letter.ts";
import { checkText } from "../../src/report/check/text.ts";
import { worded } from "../../src/report/check/worded.ts";
import { Names } from "../../src/report/names.ts";
import { serviceName } from "../../src/report/rules/rulebook-view.ts";
import { size } from "../size.ts";

const library = openLibrary({ law: "beneath" });
const { vocabulary } = library;
const LANGUAGES = ["kk", "ru", "en"] as const;
const NAMES = LANGUAGES.map((language) => new Names(vocabulary, language));
const paint = { strong: String, faint: String, good: String, bad: String, doubtful: String };

/** Names for machines that are no words of any language. */
const IDS = [
  ...vocabulary.facts.flatMap(({ id, values }) => [id, ...(values ?? []).map(({ value }) => value)]),
  ...vocabulary.documents.map(({ id }) => id),
  ...library.volumes.flatMap(({ book }) => book.rules.map(({ id }) => id)),
].filter((id) => /[./-]/.test(id));

const machineNames = (text: string): string[] => IDS.filter((id) => text.includes(id));

/** Where a list is empty, what stands around it meets: a colon and the sentence's end, nothing between two signs or in brackets. */
const EMPTY_LIST = /:\s*[.;,]|;\s*[.;]|\(\s*\)|«\s*»|[—:]\s*$/mu;

/** Titles after which their items stand in lines of their own. */
const OVER_LINES = /^[^«»]*:$/u;

const valueOf = ({ type, values, minimum = 0 }: FactEntry): fc.Arbitrary<FactValue> => {
  if (type === "boolean") return fc.boolean();
  if (type === "integer" || type === "number") return fc.integer({ min: minimum, max: minimum + 100 });
  return fc.constantFrom(...(values ?? []).map(({ value }) => value), "");
};

const plain = vocabulary.facts.filter(({ finding }) => finding !== true);
const findings = vocabulary.facts.filter(({ finding }) => finding === true).map(({ id }) => id);
const papers = vocabulary.documents.map(({ id }) => id);

/** A request for a service at a time of its version, with facts, papers and findings told or not. */
const requestFor = (service: string, submitted: string): fc.Arbitrary<Request> =>
  fc
    .record({
      channel: fc.constantFrom(...CHANNELS),
      facts: fc.tuple(...plain.map((fact) => fc.option(valueOf(fact), { nil: undefined }))),
      documents: fc.option(
        fc.array(
          fc.tuple(
            fc.constantFrom(...papers),
            fc.option(fc.constantFrom("2012-01-01", "2035-01-01"), { nil: undefined }),
          ),
          { maxLength: 12 },
        ),
        { nil: undefined },
      ),
      found: fc.array(fc.constantFrom(...findings), { maxLength: 2 }),
    })
    .map(({ channel, facts, documents, found }): Request => ({
      service,
      channel,
      submitted,
      facts: Object.fromEntries(
        plain.flatMap(({ id }, index) => (facts[index] === undefined ? [] : [[id, facts[index]]])),
      ),
      ...(documents === undefined
        ? {}
        : { documents: documents.map(([type, until]) => (until ? { type, validUntil: until } : { type })) }),
      findings: found.map((fact) => ({ fact, holds: true, by: "n", at: submitted })),
    }));

/** The lines that a list follows, and whether it does. */
function titlesWithoutLines(text: string): string[] {
  const lines = text.split("\n");
  return lines.filter(
    (line, index) => OVER_LINES.test(line.trim()) && (lines[index + 1] ?? "").trim() === "",
  );
}

describe.each(library.volumes.map(({ book }) => [book.id, book] as const))(
  "what is told by %s",
  (id, book) => {
    const adopted = book.inForce?.adopted ?? "2020-01-01";
    const submitted = `${Number(adopted.slice(0, 4)) + 1}-03-02T10:00`.replace(
      "2020-03-02T10:00",
      "2020-01-15T10:00",
    );

    it("has no empty list and no name for machines, in any language", () => {
      fc.assert(
        fc.property(requestFor(id, submitted), (request) => {
          const verdict = library.judge(request, {});
          for (const names of NAMES) {
            const service = serviceName(book, names.language);
            const { reasons, waiting } = worded(verdict, names);
            const sentences = [...reasons, ...waiting].map(({ sentence }) => sentence);
            for (const sentence of sentences) {
              expect(sentence).not.toMatch(EMPTY_LIST);
              expect(machineNames(sentence)).toEqual([]);
            }
            // Pointers into the request, which the text has and no letter, are for who wrote it.
            const text = checkText(verdict, service, names, { paint, verbose: false });
            expect(titlesWithoutLines(text)).toEqual([]);
            if (verdict.verdict === "undetermined") continue;
            const letter = checkLetter(verdict, { service, act: book.act, names });
            expect(titlesWithoutLines(letter)).toEqual([]);
            expect(machineNames(letter)).toEqual([]);
          }
          if (verdict.verdict === "undetermined") expect(verdict.undetermined).not.toEqual([]);
          if (verdict.verdict === "incomplete") expect(verdict.missingDocuments).not.toEqual([]);
        }),
        { numRuns: size(25, 300) },
      );
    });
  },
);
