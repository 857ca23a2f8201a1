import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/cli/open-library.ts";
import { readRequest } from "../../src/cli/read-request.ts";

/** What a person reading the regulation expects of a request; what is absent is not compared. */
interface Expected {
  readonly why: string;
  readonly verdict: string;
  readonly undetermined?: readonly string[];
  /** Documents of which one is enough, by type. */
  readonly missingDocuments?: readonly (readonly string[])[];
  /** Citations of the rules that stand against the request. */
  readonly against?: readonly string[];
  /** Tightest due time of the judging terms by end of citation. */
  readonly due?: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, "../fixtures/check");
const library = openLibrary();

describe.each(readdirSync(folder))("%s", (service) => {
  it.each(readdirSync(join(folder, service)))("%s", (name) => {
    const expected = JSON.parse(
      readFileSync(join(folder, service, name, "expected.json"), "utf8"),
    ) as Expected;
    const verdict = library.judge(readRequest(join(folder, service, name, "request.json")));
    const found = {
      verdict: verdict.verdict,
      undetermined: verdict.undetermined.toSorted(),
      missingDocuments: verdict.missingDocuments.map(({ oneOf }) => oneOf.map(({ document }) => document)),
      against: verdict.reasons.filter(({ outcome }) => outcome === "fail").map(({ cite }) => cite),
    };
    const { why, due, ...compared } = expected;
    expect(why).not.toBe("");
    expect(found).toMatchObject({
      ...compared,
      ...(compared.undetermined === undefined ? {} : { undetermined: compared.undetermined.toSorted() }),
    });
    for (const [cite, end] of Object.entries(due ?? {})) {
      const terms = verdict.deadlines.filter((term) => term.judges && term.cite.endsWith(cite));
      expect(terms.map((term) => term.due ?? "").sort()[0]).toBe(end);
    }
  });
});

describe("every verdict", () => {
  const cases = readdirSync(folder).flatMap((service) =>
    readdirSync(join(folder, service)).map((name) => join(folder, service, name)),
  );

  it.each(cases)("names every rule of the book once: %s", (path) => {
    const verdict = library.judge(readRequest(join(path, "request.json")));
    const [volume] = library
      .versionsOf(verdict.service)
      .filter(({ sha256 }) => sha256 === verdict.rulebook.sha256);
    expect(verdict.reasons.map(({ rule }) => rule)).toEqual(volume?.book.rules.map(({ id }) => id));
    expect(verdict.notHeld).toEqual(volume?.book.notHeld ?? []);
  });
});
