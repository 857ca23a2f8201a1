import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Request } from "../../src/check/request.ts";
import { openLibrary } from "../../src/cli/open-library.ts";
import { serviceForm } from "../../src/cli/service-form.ts";
import { faults } from "../../src/cli/validate.ts";
import { compile, type Plan } from "../../src/compile/plan.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import { CHANNELS, type Channel } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Vocabulary } from "../../src/rulebook/vocabulary.ts";
import { everyWay, madeBook, VOCABULARY } from "../check/made-books.ts";
import { seeded } from "../fuzz/mutate.ts";
import { factFieldsIn, Filler, Rendering, strictAjv, type FormSchema } from "./form-instances.ts";
import { comparisonsIn, judgingConditions, truth, type Told } from "../check/meaning.ts";

const library = openLibrary();
const rendering = new Rendering();

const formOf = (plan: Plan, vocabulary: Vocabulary, language: "kk" | "ru" | "en" = "kk"): FormSchema =>
  serviceForm({ plan: () => plan }, { vocabulary }, language) as FormSchema;

const judge = (plan: Plan, request: Request): ReturnType<typeof check> =>
  check(plan, request, { rulebook: { id: plan.book.id, standing: "in-force" } });

const isFinding = (id: string, vocabulary: Vocabulary): boolean =>
  id.startsWith("finding:") || vocabulary.facts.some((fact) => fact.id === id && fact.finding === true);

/** Values of every fact in a book's conditions, one at least of each kind that a comparison can tell from others. */
function domainsOf(conditions: readonly Condition[], vocabulary: Vocabulary): Record<string, FactValue[]> {
  const domains: Record<string, FactValue[]> = {};
  for (const { fact, value } of conditions.flatMap(comparisonsIn)) {
    const entry = vocabulary.facts.find(({ id }) => id === fact);
    const near =
      typeof value === "number" ? [value - 1, value, value + 1] : Array.isArray(value) ? value : [value];
    const { minimum = -Infinity, maximum = Infinity } = entry ?? {};
    const of =
      entry?.values?.map((each) => each.value) ??
      (typeof value === "boolean" ? [true, false] : (near as FactValue[]));
    const usable = of.filter((each) => typeof each !== "number" || (each >= minimum && each <= maximum));
    domains[fact] = [...new Set([...(domains[fact] ?? []), ...usable])];
  }
  delete domains["channel"];
  return domains;
}

/** The facts that a request asks for, in the order in which the form shows them. */
function askedFor(form: FormSchema, request: Request): string[] {
  const facts = rendering.fields([form], request).get("facts") ?? [];
  const required = rendering.required(facts, request.facts);
  return [...rendering.fields(facts, request.facts).keys()].filter((id) => required.includes(id));
}

/** What must hold of any instance that the form passes. */
function expectRead(plan: Plan, vocabulary: Vocabulary, request: Request, random: () => number): void {
  expect(faults("request", request)).toEqual([]);
  const findings = plan.facts
    .filter(({ finding }) => finding && random() < 0.5)
    .map(({ id }) => ({ fact: id, holds: random() < 0.5, by: "n", at: "2025-03-17T10:00" }));
  for (const found of [[], findings]) {
    const verdict = judge(plan, { ...request, findings: found });
    const missing = verdict.reasons.flatMap((reason) => reason.missing ?? []);
    expect(missing.filter((id) => !isFinding(id, vocabulary))).toEqual([]);
    expect(verdict.undetermined).toEqual([]);
    expect(verdict.verdict).not.toBe("undetermined");
  }
}

/**
 * That each fact is asked for because without it, by some way to tell what comes after it and to find what an officer
 * finds, a rule could not be told. `byValue`: moreover, two of its values make a rule come out differently.
 */
function expectToMatter(
  form: FormSchema,
  conditions: readonly Condition[],
  domains: Record<string, readonly FactValue[]>,
  request: Request,
  byValue: boolean,
): void {
  const asked = askedFor(form, request);
  for (const [place, id] of asked.entries()) {
    const before: Record<string, FactValue[]> = Object.fromEntries(
      asked.slice(0, place).map((other) => [other, [request.facts?.[other] ?? null]]),
    );
    const ways = everyWay({ ...domains, channel: [request.channel], ...before, [id]: [null] });
    const looking = conditions.filter((each) => comparisonsIn(each).some(({ fact }) => fact === id));
    const outcomes = (told: Told): string => looking.map((each) => String(truth(each, told))).join();
    const isOpen = ways.some((way) => {
      const told = { ...way, [id]: undefined };
      if (!byValue) return outcomes(told).includes("undefined");
      return new Set((domains[id] ?? []).map((value) => outcomes({ ...way, [id]: value }))).size > 1;
    });
    expect({ id, of: request.facts, isOpen }).toMatchObject({ isOpen: true });
  }
}

/** The documents that the form says are needed; undefined where it leaves them open. */
function neededBy(form: FormSchema, request: Request): readonly (readonly string[])[] | undefined {
  const schemas = rendering.fields([form], request).get("documents") ?? [];
  const described = schemas.filter(({ description }) => description !== undefined);
  // Renderers that merge schemas keep one of several: there must be no other.
  expect(described).toHaveLength(1);
  return described[0]?.["x-needed"];
}

const sorted = (lists: readonly (readonly string[])[]): string[] =>
  [...new Set(lists.map((list) => [...new Set(list)].toSorted().join(" | ")))].toSorted();

const lackingWithout = (plan: Plan, request: Request): string[] =>
  sorted(
    judge(plan, { ...request, documents: [] }).missingDocuments.map(({ oneOf }) =>
      oneOf.map(({ document }) => document),
    ),
  );

describe.each(library.volumes.map((volume) => [volume.book.id, volume] as const))(
  "the form of %s",
  (_, volume) => {
    const plan = volume.plan();
    const { vocabulary } = library;
    const form = formOf(plan, vocabulary);
    const passes = strictAjv().compile(form);
    const offered = CHANNELS.filter((channel) => plan.channels[channel].offered);
    const domains = domainsOf(
      offered.flatMap((channel) => judgingConditions(volume.book, channel)),
      vocabulary,
    );

    it("offers the channels of the service and no other", () => {
      const { channel } = form.properties as Record<string, FormSchema>;
      expect(channel?.oneOf?.flatMap((option) => option.enum)).toEqual(offered);
    });

    it("names everything in three languages, nothing by an id", () => {
      const ids = new Set([
        ...plan.facts.map(({ id }) => id),
        ...plan.documents.map(({ id }) => id),
        plan.book.id,
      ]);
      for (const language of ["kk", "ru", "en"] as const) {
        const walk = (part: unknown): void => {
          if (typeof part !== "object" || part === null) return;
          const { title, description, ...rest } = part as Record<string, unknown>;
          for (const [words, all] of [
            [title, "x-labels"],
            [description, "x-descriptions"],
          ] as const)
            if (typeof words === "string") {
              expect((rest[all] as Record<string, string>)[language]).toBe(words);
              expect(words).not.toBe("");
              expect([...ids].filter((id) => words.includes(id) && id.includes("."))).toEqual([]);
              expect(ids.has(words)).toBe(false);
            }
          for (const [key, inner] of Object.entries(part)) if (!key.startsWith("x-")) walk(inner);
        };
        walk(formOf(plan, vocabulary, language));
      }
    });

    it("passes whoever answers all that is asked; check reads that and leaves no fact of theirs unknown", () => {
      fc.assert(
        fc.property(fc.nat(), fc.boolean(), (seed, stale) => {
          const random = seeded(seed);
          const request = new Filler(form, rendering, random).fill(stale) as unknown as Request;
          expect(passes(request) ? [] : passes.errors).toEqual([]);
          expectRead(plan, vocabulary, request, random);
        }),
        { numRuns: 40 },
      );
    });

    it("passes nothing less: an instance with something changed is read as well, or not passed", () => {
      fc.assert(
        fc.property(fc.nat(), fc.anything(), (seed, thing) => {
          const random = seeded(seed);
          const request = new Filler(form, rendering, random).fill(true) as Record<string, unknown>;
          const facts = request["facts"] as Record<string, unknown>;
          const key = [...Object.keys(facts), "other"][Math.floor(random() * 9)] ?? "other";
          const changed = [
            { ...request, facts: { ...facts, [key]: thing } },
            { ...request, facts: Object.fromEntries(Object.entries(facts).filter(([id]) => id !== key)) },
            { ...request, documents: [...(request["documents"] as unknown[]), thing] },
            { ...request, documents: [{ type: plan.documents[0]?.id, validUntil: thing }] },
            {
              ...request,
              [["channel", "submitted", "service", "zone"][Math.floor(random() * 4)] ?? ""]: thing,
            },
          ];
          for (const each of changed)
            if (passes(each)) expectRead(plan, vocabulary, each as unknown as Request, random);
        }),
        { numRuns: 40 },
      );
    });

    it("asks for no fact that could not matter, and says which documents the answers make necessary", () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const request = new Filler(form, rendering, seeded(seed)).fill() as unknown as Request;
          const conditions = judgingConditions(volume.book, request.channel);
          expectToMatter(form, conditions, domains, request, false);
          expectToMatter(form, conditions, domains, request, true);
          expect(sorted(neededBy(form, request) ?? [["none"]])).toEqual(lackingWithout(plan, request));
        }),
        { numRuns: 25 },
      );
    });
  },
);

describe("the form of any book", () => {
  const domains = { a: [true, false], b: [true, false], who: ["x", "y", "z"], found: [true, false] };

  it("is passed by whoever answers all that is asked, and asks for no fact that could not matter", () => {
    fc.assert(
      fc.property(madeBook, fc.nat(), (book, seed) => {
        const plan = compile(book, VOCABULARY);
        const form = formOf(plan, VOCABULARY);
        const passes = strictAjv().compile(form);
        const random = seeded(seed);
        const conditions = judgingConditions(book, "provider");
        const filler = new Filler(form, rendering, random);
        for (let count = 0; count < 5; count += 1) {
          const request = filler.fill(count % 2 === 1) as unknown as Request;
          expect(passes(request) ? [] : passes.errors).toEqual([]);
          expectRead(plan, VOCABULARY, request, random);
          expectToMatter(form, conditions, { ...domains, age: [...Array(21).keys()] }, request, false);
          const needed = neededBy(form, request);
          if (needed !== undefined) expect(sorted(needed)).toEqual(lackingWithout(plan, request));
        }
      }),
      { numRuns: 40 },
    );
  });

  const words = { kk: "…", ru: "…", en: "…" };
  const vocabulary: Vocabulary = {
    facts: [
      { id: "day", type: "date", labels: words },
      { id: "sum", type: "number", labels: words },
      { id: "age", type: "integer", minimum: 0, maximum: 150, labels: words },
      { id: "word", type: "string", labels: words },
      { id: "list", type: "list", labels: words },
      {
        id: "who",
        type: "string",
        values: [
          { value: "x", labels: words },
          { value: "y", labels: words },
        ],
        labels: words,
      },
      { id: "then", type: "boolean", labels: words },
    ],
    documents: [],
  };

  /** A book whose only rule asks for `then` where a condition holds. */
  const gated = (when: Condition): Rulebook => ({
    id: "gated",
    rules: [
      {
        id: "gated/1",
        kind: "refusal",
        stage: "service",
        cite: "§ 1",
        when: { all: [when, { fact: "then", operator: "equal", value: true }] },
      },
    ],
  });

  // What holds and what does not is written down here from the meaning of the operators.
  it.each<[Condition, FactValue[], FactValue[]]>([
    [
      { fact: "day", operator: "lessThan", value: "2024-03-10" },
      ["2024-03-09", "1999-12-31"],
      ["2024-03-10", "2031-01-01"],
    ],
    [
      { fact: "day", operator: "greaterThan", value: "2019-12-31" },
      ["2020-01-01"],
      ["2019-12-31", "2010-06-06"],
    ],
    [{ fact: "day", operator: "equal", value: "2024-02-29" }, ["2024-02-29"], ["2024-02-28", "2024-03-01"]],
    [{ fact: "sum", operator: "greaterThanInclusive", value: 0.5 }, [0.5, 7], [0.49, -1]],
    [{ fact: "sum", operator: "notEqual", value: 3 }, [2.99, 3.01], [3]],
    [{ fact: "age", operator: "lessThan", value: 15.5 }, [0, 15], [16, 150]],
    [
      {
        all: [
          { fact: "age", operator: "greaterThan", value: 5 },
          { fact: "age", operator: "lessThanInclusive", value: 7 },
        ],
      },
      [6, 7],
      [5, 8],
    ],
    [{ fact: "word", operator: "in", value: ["red", "blue"] }, ["red", "blue"], ["green", ""]],
    [{ fact: "word", operator: "notEqual", value: "red" }, ["blue", ""], ["red"]],
    [{ fact: "list", operator: "contains", value: "red" }, [["red"], ["blue", "red"]], [[], ["blue"]]],
    [{ fact: "list", operator: "doesNotContain", value: "red" }, [[], ["blue"]], [["red"]]],
    [{ fact: "who", operator: "notIn", value: ["x"] }, ["y"], ["x"]],
    [{ fact: "unheard", operator: "equal", value: "x" }, ["x"], ["y"]],
    [{ fact: "unheard", operator: "greaterThan", value: 2 }, [3], [2]],
    [
      {
        any: [
          { fact: "unheard", operator: "equal", value: "x" },
          { fact: "unheard", operator: "equal", value: 4 },
        ],
      },
      ["x", 4],
      ["y", 5],
    ],
  ])(
    "asks for the next fact only where a value of the first makes it matter: %j",
    (when, holding, others) => {
      const plan = compile(gated(when), vocabulary);
      const form = formOf(plan, vocabulary);
      const passes = strictAjv().compile(form);
      const id = comparisonsIn(when)[0]?.fact ?? "";
      const request = (facts: Record<string, FactValue>): Record<string, unknown> => ({
        service: "gated",
        channel: "provider",
        submitted: "2025-03-17T10:00:00Z",
        facts,
        documents: [],
      });
      for (const value of holding) {
        expect([value, passes(request({ [id]: value }))]).toEqual([value, false]);
        expect([value, passes(request({ [id]: value, then: false }))]).toEqual([value, true]);
      }
      for (const value of others) expect([value, passes(request({ [id]: value }))]).toEqual([value, true]);
      expect(passes(request({}))).toBe(false);
      expect(factFieldsIn(form).has("then")).toBe(true);
    },
  );

  it("asks always for what hangs on words in the order of the alphabet, which no schema can tell", () => {
    const plan = compile(gated({ fact: "word", operator: "lessThan", value: "m" }), vocabulary);
    const form = formOf(plan, vocabulary);
    const passes = strictAjv().compile(form);
    const request = {
      service: "gated",
      channel: "provider" satisfies Channel,
      submitted: "2025-03-17T10:00:00Z",
      documents: [],
    };
    expect(passes({ ...request, facts: { word: "a", then: true } })).toBe(true);
    expect(passes({ ...request, facts: { word: "z" } })).toBe(false);
  });
});
