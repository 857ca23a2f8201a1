import { day } from "../../calendar/day.ts";
import { instantOf, type ZoneTable } from "../../calendar/zone-table.ts";
import type { RuleCommon } from "../../model/rule.ts";
import { NEVER } from "./measures.ts";

/** Between which instants a rule judges, and whether nobody can tell that it holds then. */
export interface JudgingTime {
  readonly judges_from: number;
  readonly judges_until: number;
  readonly is_unconfirmed: number;
}

const ALWAYS: JudgingTime = { judges_from: -NEVER, judges_until: NEVER, is_unconfirmed: 0 };

/** When a rule judges: one of a book as long as that does; one of the law beneath from its own day to its end. */
export function judgingTimes({ ofLaw }: Pick<RuleCommon, "ofLaw">, zone: ZoneTable): readonly JudgingTime[] {
  if (ofLaw?.days === undefined) return [ALWAYS];
  const at = (iso: string | undefined, otherwise: number): number =>
    iso === undefined ? otherwise : instantOf(zone, day(iso), 0);
  const { days } = ofLaw;
  const first = at(days.first, -NEVER);
  const end = at(days.end, NEVER);
  const surely = Math.min(at(days.surely, NEVER), end);
  return [
    { judges_from: first, judges_until: surely, is_unconfirmed: 1 },
    { judges_from: surely, judges_until: end, is_unconfirmed: 0 },
  ].filter(({ judges_from, judges_until }) => judges_from < judges_until);
}
