import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { readRequest } from "../../src/files/read-request.ts";
import { CHANNELS } from "../../src/model/rule.ts";
import type { Reason, Verdict } from "../../src/model/verdict.ts";
import { groundsOf, offeredBy } from "./reachable.ts";

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
  /** Where the text leaves documents or grounds for refusal to an act that is not at hand, by kind: the clauses. */
  readonly leftToOtherActs?: Readonly<Record<string, readonly string[]>>;
}

const folder = join(import.meta.dirname, "../fixtures/check");
const library = openLibrary();

const expectedOf = (path: string): Expected =>
  JSON.parse(readFileSync(join(path, "expected.json"), "utf8")) as Expected;
const judged = (path: string): Verdict => library.judge(readRequest(join(path, "request.json")));

describe.each(readdirSync(folder))("%s", (service) => {
  it.each(readdirSync(join(folder, service)))("%s", (name) => {
    const expected = expectedOf(join(folder, service, name));
    const verdict = judged(join(folder, service, name));
    const found = {
      verdict: verdict.verdict,
      undetermined: verdict.undetermined.toSorted(),
      missingDocuments: verdict.missingDocuments.map(({ oneOf }) => oneOf.map(({ document }) => document)),
      against: verdict.reasons.filter(({ outcome }) => outcome === "fail").map(({ cite }) => cite),
    };
    const { why, due, leftToOtherActs, ...compared } = expected;
    expect(why).not.toBe("");
    expect(found).toMatchObject({
      ...compared,
      ...(compared.undetermined === undefined ? {} : { undetermined: compared.undetermined.toSorted() }),
    });
    for (const [cite, end] of Object.entries(due ?? {})) {
      const terms = verdict.deadlines.filter((term) => term.judges && term.cite.endsWith(cite));
      expect(terms.map((term) => term.due ?? "").sort()[0]).toBe(end);
    }
    if (leftToOtherActs !== undefined) {
      for (const kind of ["document", "refusal", "eligibility"] as const)
        expect([kind, ...citesOf(verdict, kind)]).toEqual([kind, ...(leftToOtherActs[kind] ?? [])]);
      expect(verdict.asFarAsRulesAtHandGo).toBe(Object.keys(leftToOtherActs).length > 0);
    }
  });
});

const citesOf = ({ notHeld }: Verdict, kind: "document" | "refusal" | "eligibility"): string[] =>
  notHeld.filter(({ kinds }) => kinds.includes(kind)).map(({ cite }) => cite);

describe("every verdict", () => {
  const cases = readdirSync(folder).flatMap((service) =>
    readdirSync(join(folder, service)).map((name) => join(folder, service, name)),
  );

  it.each(cases)("names every rule of the book once: %s", (path) => {
    const verdict = judged(path);
    const [volume] = library
      .versionsOf(verdict.service)
      .filter(({ sha256 }) => sha256 === verdict.rulebook.sha256);
    expect(verdict.reasons.map(({ rule }) => rule)).toEqual(volume?.book.rules.map(({ id }) => id));
    expect(verdict.notHeld).toEqual(volume?.book.notHeld ?? []);
  });
});

/** Rules with a condition, or with a finding of their own, that stand against a request: grounds, and who may come. */
const isGround = ({ kind, outcome, facts }: Reason): boolean =>
  outcome === "fail" && (kind === "eligibility" || (kind === "refusal" && facts.length > 0));

describe.each(library.volumes.map((volume) => [volume.book.id, volume] as const))(
  "the samples of %s",
  (id, { book }) => {
    const path = join(folder, id.replaceAll("/", "-"));
    const samples = readdirSync(path).map((name) => judged(join(path, name)));
    const failing = (verdict: Verdict): Reason[] =>
      verdict.reasons.filter(({ outcome }) => outcome === "fail");

    it("have one for every verdict that the rules can give", () => {
      const grounds = groundsOf(book, library.vocabulary);
      const judging = book.rules.filter(({ judges }) => judges !== false);
      const hasDocuments = judging.some(({ kind }) => kind === "document");
      const reachable = [
        "admit",
        ...(hasDocuments ? ["incomplete"] : []),
        ...(grounds.length > 0 || offeredBy(book).length < CHANNELS.length ? ["refuse"] : []),
        ...(hasDocuments || judging.some((rule) => "when" in rule) ? ["undetermined"] : []),
      ];
      expect(new Set(samples.map(({ verdict }) => verdict))).toEqual(new Set(reachable));
      for (const name of readdirSync(path).filter((each) => each.startsWith("admit")))
        expect(expectedOf(join(path, name)).leftToOtherActs).toBeDefined();
    });

    it("have one for every ground, in which nothing stands against the request that need not stand with it", () => {
      const met = new Set(
        samples.map((verdict) =>
          verdict.reasons
            .filter(isGround)
            .map(({ rule }) => rule)
            .join("\n"),
        ),
      );
      const without = groundsOf(book, library.vocabulary)
        .filter(({ smallest }) => !smallest.some((rules) => met.has(rules)))
        .map(({ rule }) => rule);
      expect(without).toEqual([]);
    });

    it("have one for every ground that consists in documents, and nothing else against it", () => {
      const met = samples
        .filter(({ verdict }) => verdict === "incomplete")
        .flatMap((verdict) => failing(verdict).map(({ rule }) => rule));
      const without = book.rules
        .filter(
          (rule) => rule.kind === "refusal" && rule.aboutDocuments !== undefined && rule.judges !== false,
        )
        .filter(({ id: rule }) => !met.includes(rule));
      expect(without.map(({ id: rule }) => rule)).toEqual([]);
    });

    it("have one for a way of applying that the service does not offer, where there is one", () => {
      if (offeredBy(book).length === CHANNELS.length) return;
      const ways = samples.filter((verdict) =>
        verdict.reasons.some(({ code }) => code === "channel-not-offered"),
      );
      expect(ways.length).toBeGreaterThan(0);
      for (const verdict of ways)
        expect(new Set(failing(verdict).map(({ kind }) => kind))).toContain("channel");
    });
  },
);
