import { expect } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Request } from "../../src/check/request.ts";
import { serviceForms } from "../../src/library/service-form.ts";
import { faults } from "../../src/files/validate.ts";
import type { Plan } from "../../src/compile/plan.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import { FORM_WORDS } from "../../src/report/form/words.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { everyWay } from "../check/made-books.ts";
import { comparisonsIn, truth, type Told } from "../check/meaning.ts";
import { factFieldsIn, Rendering, type FormSchema } from "./form-instances.ts";

/** Keeps what it has compiled: one for all. */
export const rendering = new Rendering();

const forms = serviceForms(FORM_WORDS);

/** The form of a plan, as the command gives it. */
export const formOf = (plan: Plan, vocabulary: Vocabulary, language: "kk" | "ru" | "en" = "kk"): FormSchema =>
  forms({ plan: () => plan, vocabulary }, language) as FormSchema;

const judge = (plan: Plan, request: Request): ReturnType<typeof check> =>
  check(plan, request, { rulebook: { id: plan.book.id, standing: "in-force", unread: "unknown" } });

const isFinding = (id: string, vocabulary: Vocabulary): boolean =>
  id.startsWith("finding:") || vocabulary.facts.some((fact) => fact.id === id && fact.finding === true);

/** Values of every fact in a book's conditions, one at least of each kind that a comparison can tell from others. */
export function domainsOf(
  conditions: readonly Condition[],
  vocabulary: Vocabulary,
): Record<string, FactValue[]> {
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
export function expectRead(plan: Plan, vocabulary: Vocabulary, request: Request, random: () => number): void {
  expect(faults("request", request)).toEqual([]);
  const findings = plan.facts
    .filter(({ finding }) => finding && random() < 0.5)
    .map(({ id }) => ({ fact: id, holds: random() < 0.5, by: "n", at: "2025-03-17T10:00" }));
  for (const found of [[], findings]) {
    const verdict = judge(plan, { ...request, findings: found });
    const missing = verdict.reasons.flatMap((reason) => reason.missing ?? []);
    // What only an office knows an applicant may leave open.
    const isApplicants = (id: string): boolean =>
      !isFinding(id, vocabulary) && !FORM_WORDS.askedOfOffice.includes(id);
    expect(missing.filter(isApplicants)).toEqual([]);
    expect(verdict.undetermined.filter(isApplicants)).toEqual([]);
    if (verdict.undetermined.length === 0) expect(verdict.verdict).not.toBe("undetermined");
  }
}

/**
 * That each fact is asked for because without it, by some way to tell what comes after it and to find what an officer
 * finds, a rule could not be told. `byValue`: moreover, two of its values make a rule come out differently.
 */
export function expectToMatter(
  form: FormSchema,
  conditions: readonly Condition[],
  domains: Record<string, readonly FactValue[]>,
  request: Request,
  byValue: boolean,
): void {
  const asked = askedFor(form, request);
  const order = [...factFieldsIn(form).keys()];
  for (const id of asked) {
    // Of those before it, one that this request is not asked for is not told.
    const before: Record<string, FactValue[]> = Object.fromEntries(
      order
        .slice(0, order.indexOf(id))
        .map((other) => [other, [asked.includes(other) ? (request.facts?.[other] ?? null) : null]]),
    );
    const ways = everyWay({ ...domains, channel: [request.channel], ...before, [id]: [null] });
    const looking = conditions.filter((each) => comparisonsIn(each).some(({ fact }) => fact === id));
    const outcomes = (told: Told): string => looking.map((each) => String(truth(each, told))).join();
    const isOpen = ways.some((way) => {
      const told = { ...untold(way), [id]: undefined };
      if (!byValue) return outcomes(told).includes("undefined");
      return new Set((domains[id] ?? []).map((value) => outcomes({ ...untold(way), [id]: value }))).size > 1;
    });
    expect({ id, of: request.facts, isOpen }).toMatchObject({ isOpen: true });
  }
}

/** A fact that is null is one that nobody tells. */
const untold = (way: Told): Told =>
  Object.fromEntries(Object.entries(way).filter(([, value]) => value !== null));

/** The documents that the form says are needed; undefined where it leaves them open. */
export function neededBy(form: FormSchema, request: Request): readonly (readonly string[])[] | undefined {
  const schemas = rendering.fields([form], request).get("documents") ?? [];
  const described = schemas.filter(({ description }) => description !== undefined);
  // Renderers that merge schemas keep one of several: there must be no other.
  expect(described).toHaveLength(1);
  return described[0]?.["x-needed"];
}

/** Lists of documents to be compared, whatever their order. */
export const sorted = (lists: readonly (readonly string[])[]): string[] =>
  [...new Set(lists.map((list) => [...new Set(list)].toSorted().join(" | ")))].toSorted();

const NOT_FOUND = Object.fromEntries(FORM_WORDS.askedOfOffice.map((id) => [id, false]));

/** The documents that are missing where none is handed in, and the office has found nothing that would stand in for them. */
export const lackingWithout = (plan: Plan, request: Request): string[] =>
  sorted(
    judge(plan, {
      ...request,
      facts: { ...NOT_FOUND, ...request.facts },
      documents: [],
    }).missingDocuments.map(({ oneOf }) => oneOf.map(({ document }) => document)),
  );
