import type { FactValue } from "../model/condition.ts";
import type { Ignored, SeenDocument } from "../model/verdict.ts";
import type { Plan } from "../compile/plan.ts";
import type { Request, RequestDocument } from "./request.ts";

/** What a request tells, by the plan's slots. */
export interface Known {
  /** Values of the plan's facts; `undefined` where nobody has told. */
  readonly values: readonly (FactValue | undefined)[];
  /** Findings that nobody has asserted; their value is false. */
  readonly open: readonly number[];
  /** What is known of each document the book asks for. */
  readonly documents: readonly SeenDocument[];
  /** The request has a list of documents: what is not on it is missing. */
  readonly listed: boolean;
  readonly ignored: readonly Ignored[];
}

/** Reads facts, findings and documents as own properties only; what cannot be used is listed, never guessed at. */
export function knownOf(plan: Plan, request: Request, isoDay: string): Known {
  const ignored: Ignored[] = [];
  const values: (FactValue | undefined)[] = new Array<undefined>(plan.facts.length).fill(undefined);
  const own = plan.slots.get("channel");
  if (own !== undefined) values[own] = request.channel;
  readFacts(plan, request, values, ignored);
  const open = readFindings(plan, request, values, ignored);
  const documents = plan.documents.map(({ id, expires }) => seen(id, expires, request.documents, isoDay));
  for (const [index, { type }] of (request.documents ?? []).entries())
    if (!plan.documentSlots.has(type))
      ignored.push({ pointer: `/documents/${index}`, why: "unknown-document" });
  return { values, open, documents, listed: request.documents !== undefined, ignored };
}

function readFacts(
  plan: Plan,
  { facts }: Request,
  values: (FactValue | undefined)[],
  ignored: Ignored[],
): void {
  if (facts === undefined) return;
  for (const id of Object.keys(facts)) {
    const value = facts[id];
    const slot = id === "channel" ? undefined : plan.slots.get(id);
    const fact = slot === undefined ? undefined : plan.facts[slot];
    if (slot !== undefined && fact?.finding === false && fact.isUsable(value)) values[slot] = value;
    else ignored.push({ pointer: `/facts/${escaped(id)}`, why: whyNot(fact, value) });
  }
}

function whyNot(fact: Plan["facts"][number] | undefined, value: FactValue | undefined): Ignored["why"] {
  if (fact === undefined) return "unknown-fact";
  if (fact.finding) return "finding-as-fact";
  return value === null ? "no-value" : "not-of-its-type";
}

/** The last assertion of a finding counts. Gives the findings that nobody has asserted. */
function readFindings(
  plan: Plan,
  request: Request,
  values: (FactValue | undefined)[],
  ignored: Ignored[],
): number[] {
  for (const [index, { fact: id, holds }] of (request.findings ?? []).entries()) {
    const slot = plan.slots.get(id);
    if (slot !== undefined && plan.facts[slot]?.finding === true) values[slot] = holds;
    else
      ignored.push({
        pointer: `/findings/${index}`,
        why: slot === undefined ? "unknown-fact" : "not-a-finding",
      });
  }
  const open: number[] = [];
  for (let slot = 0; slot < plan.facts.length; slot += 1)
    if (plan.facts[slot]?.finding === true && values[slot] === undefined) {
      values[slot] = false;
      open.push(slot);
    }
  return open;
}

/** The best that a request's list says of a document: good, not known whether still good, expired, or not there. */
function seen(
  document: string,
  expires: boolean,
  list: readonly RequestDocument[] | undefined,
  isoDay: string,
): SeenDocument {
  if (list === undefined) return { document, state: "unknown" };
  let best: SeenDocument = { document, state: "missing" };
  for (const { type, validUntil } of list) {
    if (type !== document) continue;
    if (validUntil === undefined) {
      if (!expires) return { document, state: "present" };
      best = { document, state: "unknown" };
    } else if (validUntil >= isoDay) return { document, state: "present", validUntil };
    else if (best.state === "missing") best = { document, state: "expired", validUntil };
  }
  return best;
}

/** A key as part of a JSON Pointer. */
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
