import type { ChangeCode, FieldChange, Gains } from "../model/change.ts";
import { duration } from "../model/duration.ts";
import type { DeadlineRule } from "../model/rule.ts";
import { compareLengths } from "./compare-lengths.ts";
import { channelChange } from "./compare-channels.ts";
import { fieldChange, type Difference } from "./difference.ts";
import { FOR_APPLICANT, FOR_PROVIDER, HARDER, MIXED, opposite, together, UNCLEAR } from "./gains.ts";
import type { Wording } from "./wording.ts";

/** A term's length, start, addressee and scope. Ranges compare by their upper end, then by their lower. */
export function compareDeadlines(
  old: DeadlineRule,
  now: DeadlineRule,
  wording: Wording,
): Difference | undefined {
  const [before, after] = [duration(old.amount, old.unit), duration(now.amount, now.unit)];
  const length = fieldChange("term", before, after);
  const lower = fieldChange("min", old.min, now.min);
  const start = fieldChange("fromEvent", old.fromEvent, now.fromEvent);
  const others = [
    ...startWords(old, now, wording),
    ...fieldChange("subject", old.subject, now.subject),
    ...fieldChange("toEvent", old.toEvent, now.toEvent),
    ...fieldChange("direction", old.direction ?? "after", now.direction ?? "after"),
    ...actorChange(old, now, wording),
    ...fieldChange("countsStartDay", old.countsStartDay ?? false, now.countsStartDay ?? false),
    ...fieldChange("movesToWorkingDay", old.movesToWorkingDay, now.movesToWorkingDay),
    ...fieldChange("clock", old.clock, now.clock),
    ...fieldChange("lastHour", old.lastHour, now.lastHour),
    ...fieldChange("prolongs", old.prolongs, now.prolongs),
    ...fieldChange("covers", old.covers, now.covers),
    ...conditionChange(old, now, wording),
  ];
  const scope = channelChange(old, now);
  const fields = [...length, ...lower, ...start, ...scope.fields, ...others];
  if (fields.length === 0) return undefined;
  const order = compareLengths(after, before);
  return {
    code: codeOf(length, order),
    fields,
    gains: together([
      ...(length.length > 0 ? [gainsOf(old, now, order, wording)] : []),
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

function gainsOf(old: DeadlineRule, now: DeadlineRule, order: number | undefined, wording: Wording): Gains {
  if (order === 0) return UNCLEAR;
  if (order === undefined) return MIXED;
  const [before, after] = [gainsOfHaving(old, wording), gainsOfHaving(now, wording)];
  if (JSON.stringify(before) !== JSON.stringify(after)) return UNCLEAR;
  // What has to be done so long before something is done the earlier, the longer that is.
  const earlier = (old.direction ?? "after") === "before" ? order > 0 : order < 0;
  const shortened = wording.barredBy(now) === "nobody" ? before : opposite(before);
  return earlier ? shortened : opposite(shortened);
}

/**
 * Who gains by there being a term: the applicant by one that binds the provider, the provider by one that binds the applicant; the
 * applicant loses by a bar; nobody surely gains by entry into force, by a bar on others, or where nobody is known whom it binds.
 */
export function gainsOfHaving(rule: DeadlineRule, wording: Wording): Gains {
  const barred = wording.barredBy(rule);
  if (barred !== "nobody") return barred === "applicant" ? HARDER : UNCLEAR;
  const bound = wording.boundBy(rule);
  switch (rule.subject) {
    case "validity":
      if (rule.direction === "before") return bound === "applicant" ? FOR_PROVIDER : UNCLEAR;
      return HARDER;
    case "entry-into-force":
    case "other":
      return bound === "applicant" ? FOR_PROVIDER : UNCLEAR;
    case "administration":
      return { applicant: "none", provider: "worse" };
    case "step":
    case "handling":
      return bound === "nobody" ? UNCLEAR : bound === "applicant" ? FOR_PROVIDER : FOR_APPLICANT;
    case "waiting":
      return FOR_APPLICANT;
    case "service":
    case "response":
    case "complaint":
      return bound === "applicant" ? FOR_PROVIDER : FOR_APPLICANT;
  }
}

/** What it is counted from, in words, where that is none of the events known. */
function startWords(old: DeadlineRule, now: DeadlineRule, wording: Wording): readonly FieldChange[] {
  if (old.fromEvent !== undefined || now.fromEvent !== undefined) return [];
  if (old.from === undefined || now.from === undefined || wording.sameContent(old.from, now.from)) return [];
  return fieldChange("from", old.from, now.from);
}

function actorChange(old: DeadlineRule, now: DeadlineRule, wording: Wording): readonly FieldChange[] {
  if (old.actor === undefined || now.actor === undefined || wording.sameContent(old.actor, now.actor))
    return [];
  return fieldChange("actor", old.actor, now.actor);
}

/** Where both have been put into facts in review, the facts decide, and the words are wording. */
function conditionChange(old: DeadlineRule, now: DeadlineRule, wording: Wording): readonly FieldChange[] {
  const inFacts = [old, now].filter(({ when }) => when !== undefined).length;
  const inWords = [old, now].some(({ condition }) => condition !== undefined);
  if (inFacts === 2 || (inFacts === 1 && !inWords)) return fieldChange("when", old.when, now.when);
  if (wording.sameContent(old.condition ?? "", now.condition ?? "")) return [];
  return fieldChange("condition", old.condition, now.condition);
}
