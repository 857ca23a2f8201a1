import type { ChangeCode, FieldChange, Gains } from "../model/change.ts";
import { duration } from "../model/duration.ts";
import type { DeadlineRule } from "../model/rule.ts";
import { compareLengths } from "./compare-lengths.ts";
import { channelChange } from "./compare-channels.ts";
import { fieldChange, type Difference } from "./difference.ts";
import { EASIER, FOR_APPLICANT, FOR_PROVIDER, MIXED, opposite, together, UNCLEAR } from "./gains.ts";
import { sameContent } from "./words.ts";

/** Events that the applicant brings about: a term up to one of them binds the applicant. */
const OF_APPLICANT = new Set(["arrived", "submitted", "complaint-filed"]);

/** Whether somebody named as bound is the applicant. */
export type IsApplicant = (actor: string) => boolean;

/** A term's length, start, addressee and scope. Ranges compare by their upper end, then by their lower. */
export function compareDeadlines(
  old: DeadlineRule,
  now: DeadlineRule,
  isApplicant: IsApplicant,
): Difference | undefined {
  const [before, after] = [duration(old.amount, old.unit), duration(now.amount, now.unit)];
  const length = fieldChange("term", before, after);
  const lower = fieldChange("min", old.min, now.min);
  const start = fieldChange("fromEvent", old.fromEvent, now.fromEvent);
  const others = [
    ...startWords(old, now),
    ...fieldChange("subject", old.subject, now.subject),
    ...fieldChange("toEvent", old.toEvent, now.toEvent),
    ...fieldChange("direction", old.direction ?? "after", now.direction ?? "after"),
    ...actorChange(old, now),
    ...fieldChange("countsStartDay", old.countsStartDay ?? false, now.countsStartDay ?? false),
    ...fieldChange("movesToWorkingDay", old.movesToWorkingDay, now.movesToWorkingDay),
    ...fieldChange("clock", old.clock, now.clock),
    ...fieldChange("lastHour", old.lastHour, now.lastHour),
    ...conditionChange(old, now),
  ];
  const scope = channelChange(old, now);
  const fields = [...length, ...lower, ...start, ...scope.fields, ...others];
  if (fields.length === 0) return undefined;
  const order = compareLengths(after, before);
  return {
    code: codeOf(length, order),
    fields,
    gains: together([
      ...(length.length > 0 ? [gainsOf(old, now, order, isApplicant)] : []),
      ...(lower.length > 0 && length.length === 0 ? [MIXED] : []),
      ...(start.length + others.length > 0 ? [UNCLEAR] : []),
      ...(scope.fields.length > 0 ? [scope.gains] : []),
    ]),
  };
}

function codeOf(length: readonly FieldChange[], order: number | undefined): ChangeCode {
  if (length.length === 0 || order === undefined || order === 0) return "term-changed";
  return order < 0 ? "term-shortened" : "term-lengthened";
}

function gainsOf(
  old: DeadlineRule,
  now: DeadlineRule,
  order: number | undefined,
  isApplicant: IsApplicant,
): Gains {
  if (order === 0) return UNCLEAR;
  if (order === undefined) return MIXED;
  const [before, after] = [gainsOfHaving(old, isApplicant), gainsOfHaving(now, isApplicant)];
  if (JSON.stringify(before) !== JSON.stringify(after)) return UNCLEAR;
  // What has to be done so long before something is done the earlier, the longer that is.
  const earlier = (old.direction ?? "after") === "before" ? order > 0 : order < 0;
  return earlier ? before : opposite(before);
}

/**
 * Who gains by a term that binds: the applicant by one for the provider, the provider by one for the applicant, nobody surely
 * by entry into force or where nobody is named that it binds.
 */
export function gainsOfHaving(rule: DeadlineRule, isApplicant: IsApplicant): Gains {
  switch (rule.subject) {
    case "validity":
      return opposite(EASIER);
    case "entry-into-force":
    case "other":
      return UNCLEAR;
    case "administration":
      return { applicant: "none", provider: "worse" };
    case "step":
    case "handling":
      if (rule.actor === undefined && rule.toEvent === undefined) return UNCLEAR;
      return bindsApplicant(rule, isApplicant) ? FOR_PROVIDER : FOR_APPLICANT;
    case "service":
    case "waiting":
    case "response":
    case "complaint":
      return rule.subject !== "waiting" && bindsApplicant(rule, isApplicant) ? FOR_PROVIDER : FOR_APPLICANT;
  }
}

const bindsApplicant = ({ actor, toEvent }: DeadlineRule, isApplicant: IsApplicant): boolean =>
  (actor !== undefined && isApplicant(actor)) || (toEvent !== undefined && OF_APPLICANT.has(toEvent));

/** What it is counted from, in words, where that is none of the events known. */
function startWords(old: DeadlineRule, now: DeadlineRule): readonly FieldChange[] {
  if (old.fromEvent !== undefined || now.fromEvent !== undefined) return [];
  if (old.from === undefined || now.from === undefined || sameContent(old.from, now.from)) return [];
  return fieldChange("from", old.from, now.from);
}

function actorChange(old: DeadlineRule, now: DeadlineRule): readonly FieldChange[] {
  if (old.actor === undefined || now.actor === undefined || sameContent(old.actor, now.actor)) return [];
  return fieldChange("actor", old.actor, now.actor);
}

function conditionChange(old: DeadlineRule, now: DeadlineRule): readonly FieldChange[] {
  if (sameContent(old.condition ?? "", now.condition ?? "")) return [];
  return fieldChange("condition", old.condition, now.condition);
}
