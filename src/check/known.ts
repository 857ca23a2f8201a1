import { DOCUMENTS_FACT, type FactValue } from "../model/condition.ts";
import { EXPIRED, MISSING, PRESENT, UNDATED } from "../model/document-state.ts";
import type { Ignored, SeenDocument } from "../model/verdict.ts";
import type { Fact } from "../compile/fact.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import { Memory } from "./memory.ts";
import type { Request, RequestDocument } from "./request.ts";

/** What a request tells, by the plan's slots. */
export interface Known {
  /** Values of the plan's facts; `undefined` where nobody has told. */
  readonly values: (FactValue | undefined)[];
  /** Of each decision variable (facts, then documents), as `Plan.classes` has it. */
  readonly places: number[];
  /** Slots of the findings that somebody has asserted, or denied. */
  readonly told: readonly number[];
  /** What is known of each document the book asks for. */
  readonly documents: SeenDocument[];
  /** The request has a list of documents: what is not on it is missing. */
  readonly listed: boolean;
  readonly ignored: readonly Ignored[];
  /** What verdicts on earlier requests saw and said. */
  readonly memory: Memory;
}

/** Reads facts, findings and documents as own properties only; what cannot be used is listed, never guessed at. */
export function knownOf(
  plan: Plan,
  { values, blank }: ChannelPlan,
  request: Request,
  isoDay: string,
  memory: Memory = new Memory(plan.book.rules.length),
): Known {
  const { facts, findings, documents } = request;
  const { places, documents: seen } = documents === undefined ? blank.untold : blank.listed;
  const told: number[] = [];
  const ignored: Ignored[] = [];
  const known = {
    values: values.slice(),
    places: places.slice(),
    told,
    documents: seen.slice(),
    listed: documents !== undefined,
    ignored,
    memory,
  };
  if (facts !== undefined) readFacts(plan, facts, known, ignored);
  if (findings !== undefined) readFindings(plan, findings, known, told, ignored);
  if (documents !== undefined) {
    readDocuments(plan, documents, known, ignored, isoDay);
    tellPapers(plan, documents, known);
  }
  return known;
}

/** Which papers came is a fact as well, where a condition looks for one: whatever their state, and told by their list alone. */
function tellPapers({ slots, facts }: Plan, list: readonly RequestDocument[], known: Known): void {
  const slot = slots.get(DOCUMENTS_FACT);
  const fact = slot === undefined ? undefined : facts[slot];
  if (slot === undefined || fact === undefined) return;
  tellUsable(fact, slot, [...new Set(list.map(({ type }) => type))], known);
}

/** `for in` with `hasOwnProperty` reads by place: five facts in 14 ns, with `Object.keys` or `Object.hasOwn` in 51. */
function readFacts(plan: Plan, facts: NonNullable<Request["facts"]>, known: Known, ignored: Ignored[]): void {
  for (const id in facts) {
    if (!Object.prototype.hasOwnProperty.call(facts, id)) continue;
    const value = facts[id];
    const slot = id === "channel" || id === DOCUMENTS_FACT ? undefined : plan.slots.get(id);
    const fact = slot === undefined ? undefined : plan.facts[slot];
    if (slot === undefined || fact?.finding !== false || !tellUsable(fact, slot, value, known))
      ignored.push({ pointer: `/facts/${escaped(id)}`, why: whyNot(fact, value) });
  }
}

/** Puts down a value that its fact can have; false where it cannot. */
function tellUsable(fact: Fact, slot: number, value: FactValue | undefined, known: Known): boolean {
  if (value === undefined || (fact.few === undefined && !fact.isUsable(value))) return false;
  const place = placeOf(fact, value);
  if (place === 0) return false;
  known.values[slot] = value;
  known.places[slot] = place;
  return true;
}

/** Of findings any value serves. */
function tellFinding(fact: Fact, slot: number, holds: boolean, known: Known): void {
  known.values[slot] = holds;
  known.places[slot] = placeOf(fact, holds);
}

/** Place of a value among the few of its fact, 0 where it is none of them; of many, its class and 1. */
function placeOf({ few, type, classOf }: Fact, value: FactValue): number {
  if (few === undefined) return classOf(value) + 1;
  // A look-up of true or false in the Map costs 8 ns, these comparisons 1.
  if (type === "boolean") return value === true ? 2 : value === false ? 1 : 0;
  return few.places.get(value) ?? 0;
}

function whyNot(fact: Plan["facts"][number] | undefined, value: FactValue | undefined): Ignored["why"] {
  if (fact === undefined) return "unknown-fact";
  if (fact.finding) return "finding-as-fact";
  return value === null ? "no-value" : "not-of-its-type";
}

/** The last assertion of a finding counts. */
function readFindings(
  plan: Plan,
  findings: NonNullable<Request["findings"]>,
  known: Known,
  told: number[],
  ignored: Ignored[],
): void {
  for (let index = 0; index < findings.length; index += 1) {
    const finding = findings[index];
    const slot = finding === undefined ? undefined : plan.slots.get(finding.fact);
    const fact = slot === undefined ? undefined : plan.facts[slot];
    if (finding !== undefined && slot !== undefined && fact?.finding === true) {
      tellFinding(fact, slot, finding.holds, known);
      told.push(slot);
    } else
      ignored.push({
        pointer: `/findings/${index}`,
        why: slot === undefined ? "unknown-fact" : "not-a-finding",
      });
  }
}

/** The best that the list says of a document counts: good, not known whether still good, expired, or not there. */
function readDocuments(
  plan: Plan,
  list: readonly RequestDocument[],
  known: Known,
  ignored: Ignored[],
  isoDay: string,
): void {
  for (let index = 0; index < list.length; index += 1) {
    const document = list[index];
    const slot = document === undefined ? undefined : plan.documentSlots.get(document.type);
    if (document === undefined || slot === undefined)
      ignored.push({ pointer: `/documents/${index}`, why: "unknown-document" });
    else readDocument(plan, slot, document.validUntil, known, isoDay);
  }
}

function readDocument(
  { facts, documents }: Plan,
  slot: number,
  validUntil: string | undefined,
  known: Known,
  isoDay: string,
): void {
  const variable = facts.length + slot;
  const document = documents[slot];
  const before = known.places[variable];
  if (document === undefined || before === PRESENT) return;
  const isGood = validUntil === undefined ? !document.expires : validUntil >= isoDay;
  const state = isGood ? PRESENT : validUntil === undefined ? UNDATED : EXPIRED;
  if (state === EXPIRED && before !== MISSING) return;
  known.places[variable] = state;
  const seen = document.seen[state];
  if (seen === undefined) return;
  known.documents[slot] =
    validUntil === undefined ? seen : { document: seen.document, state: seen.state, validUntil };
}

/** A key as part of a JSON Pointer. */
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
