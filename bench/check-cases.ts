import type { Request } from "../src/check/request.ts";
import { day, isoOf, type Day } from "../src/calendar/day.ts";
import type { Library } from "../src/library/library.ts";
import type { Volume } from "../src/library/volume.ts";
import type { Fact } from "../src/compile/fact.ts";
import type { Plan } from "../src/compile/plan.ts";
import type { FactValue } from "../src/model/condition.ts";
import { standingDays } from "../src/model/in-force.ts";
import { CHANNELS } from "../src/model/rule.ts";

/** A complete request, as the others can only judge such; in JSON. */
export interface Case {
  readonly volume: Volume;
  readonly request: string;
  /** The same as flat facts, for the other engines. */
  readonly facts: string;
}

/** Where nobody knows when a version began, requests to it begin here. */
const SOME_DAY = day("2025-03-17");
/** Where a version has no end, requests to it end here. */
const LAST = day("2026-12-01");

/**
 * So many different requests to all services, the same at each run: facts with any of their values, documents there or
 * not and good until some day, submitted at any minute of the version's time, near closing and on days off too. No two
 * are alike, so that what is kept between verdicts earns here what it earns in life.
 */
export function cases(library: Library, count: number): Case[] {
  const random = seeded(1);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const between = (first: number, last: number): number => first + Math.floor(random() * (last - first));
  return Array.from({ length: count }, () => {
    const volume = pick(library.volumes);
    const plan = volume.plan();
    const submittedOn = between(...timeOf(volume));
    const facts: Record<string, FactValue> = {};
    const findings = [];
    for (const fact of plan.facts) {
      if (fact.id === "channel") continue;
      if (fact.finding)
        findings.push({
          fact: fact.id,
          holds: random() < 0.1,
          by: "n",
          at: `${isoOf(submittedOn as Day)}T18:00`,
        });
      else
        facts[fact.id] = fact.type === "integer" ? usable(fact, between(0, 100)) : pick(pick(fact.classes));
    }
    const share = pick([0.5, 0.8, 0.95, 1]);
    const documents = plan.documents
      .filter(() => random() < share)
      .map(({ id, expires }) => {
        const goodUntil = isoOf(between(submittedOn - 300, submittedOn + 3000) as Day);
        return expires || random() < 0.3 ? { type: id, validUntil: goodUntil } : { type: id };
      });
    const request: Request = {
      service: plan.book.id,
      channel: pick(CHANNELS.filter((one) => plan.channels[one].offered)),
      submitted: `${isoOf(submittedOn as Day)}T${clock(random() < 0.2 ? between(1050, 1120) : between(0, 1440))}`,
      facts,
      findings,
      documents,
    };
    const all = { ...facts, ...flat(plan, request), channel: request.channel };
    return { volume, request: JSON.stringify(request), facts: JSON.stringify(all) };
  });
}

/** Numbers from 0 to 1, the same at each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The days on which a version judges. */
function timeOf({ book: { inForce } }: Volume): [number, number] {
  const { first } = standingDays(inForce);
  return [first ? day(first) : SOME_DAY, inForce?.repealed === undefined ? LAST : day(inForce.repealed)];
}

const usable = (fact: Fact, value: number): FactValue =>
  fact.isUsable(value) ? value : (fact.classes[0]?.[0] ?? value);

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Documents as facts: there, and good on the day of submission. */
function flat(plan: Plan, { submitted, documents = [], findings = [] }: Request): Record<string, FactValue> {
  const good = new Set(
    documents
      .filter(({ validUntil }) => validUntil === undefined || validUntil >= submitted.slice(0, 10))
      .map(({ type }) => type),
  );
  return {
    ...Object.fromEntries(plan.documents.map(({ id }) => [`document.${id}`, good.has(id)])),
    ...Object.fromEntries(findings.map(({ fact, holds }) => [fact, holds])),
  };
}
