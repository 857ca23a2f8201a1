import type { FactValue } from "../model/condition.ts";
import type { KitRequest } from "../model/kit.ts";
import type { Channel } from "../model/rule.ts";
import type { Answer, Verdict } from "../model/verdict.ts";
import { instantOf, type ZoneTable } from "../calendar/zone-table.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import { day as dayFrom } from "../calendar/day.ts";
import { daysAfter } from "../model/iso-day.ts";
import { HOUR_MS } from "../model/time-units.ts";

/** A request in the making: everything is told. */
export interface Told {
  readonly channel: Channel;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Findings that an officer asserted; every other is denied by saying nothing. */
  readonly findings: readonly string[];
  /** Papers handed in, with their last day where it is told. */
  readonly papers: Readonly<Record<string, string | undefined>>;
}

/** What became of a request. */
export interface Outcome {
  readonly answer: Answer;
  /** Rules that stand against it. */
  readonly against: readonly string[];
  readonly verdict: Verdict;
}

/** Who asserts findings in a kit. */
const OFFICER = "officer";

/** Asks the rules what they say of requests that are told whole, each of them once. */
export class Asked {
  readonly #outcomes = new Map<string, Outcome>();

  constructor(
    private readonly service: string,
    private readonly judge: (request: KitRequest) => Verdict,
    /** ISO day on which all these requests are handed in, at noon. */
    readonly day: string,
    private readonly zone: ZoneTable,
  ) {}

  /** The request as a system reads it; `submitted`: epoch ms, absent: noon of the day. */
  request(told: Told, submitted = instantOf(this.zone, dayFrom(this.day), 11 * HOUR_MS)): KitRequest {
    const at = isoInstant(this.zone, submitted);
    return {
      service: this.service,
      channel: told.channel,
      submitted: at,
      facts: told.facts,
      documents: Object.entries(told.papers).map(([type, validUntil]) => ({
        type,
        ...(validUntil === undefined ? {} : { validUntil }),
      })),
      findings: told.findings.map((fact) => ({ fact, holds: true, by: OFFICER, at })),
    };
  }

  of(told: Told): Outcome {
    const request = this.request(told);
    const key = JSON.stringify(request);
    const there = this.#outcomes.get(key);
    if (there !== undefined) return there;
    const verdict = this.judge(request);
    const against = verdict.reasons.flatMap(({ outcome, rule }) => (outcome === "fail" ? [rule] : []));
    const made = { answer: verdict.verdict, against, verdict };
    this.#outcomes.set(key, made);
    return made;
  }
}

/** A last day on which a paper is good whenever it is handed in. */
export const longGood = (day: string): string => daysAfter(day, TEN_YEARS);

const TEN_YEARS = 3650;
