import { day } from "../../calendar/day.ts";
import { instantOf } from "../../calendar/zone-table.ts";
import { daysOf } from "../../law/provision-days.ts";
import type { DeadlineRule } from "../../model/rule.ts";
import { eventsOf, type BookAtWork } from "./book.ts";
import { NEVER } from "./measures.ts";

/** What a request counts as once its term has run out in silence, and from when the law says so. */
export interface Silence {
  readonly deemed: "deemed-refused" | "deemed-issued" | null;
  readonly deemed_from: number;
}

const NOTHING: Silence = { deemed: null, deemed_from: NEVER };

/**
 * What the law beneath a book makes of silence on a request (Administrative Procedural Code, art. 91(2)); that of permits
 * goes before that of services (Law on permits, art. 26).
 */
export function silenceOf({ law = [], zone }: BookAtWork, rule: DeadlineRule): Silence {
  const ofResult = rule.subject === "service" && eventsOf(rule)?.to.includes("result-issued") === true;
  if (!ofResult || rule.ofLog !== undefined) return NOTHING;
  const provisions = law.filter((each) => each.kind === "silence");
  const judging = provisions.find(({ scope }) => scope !== "service") ?? provisions[0];
  if (judging === undefined) return NOTHING;
  const { surely } = daysOf(judging);
  return {
    deemed: judging.deemed === "issued" ? "deemed-issued" : "deemed-refused",
    deemed_from: surely === undefined ? NEVER : instantOf(zone, day(surely), 0),
  };
}
