import type { Language } from "../model/language.ts";
import type { Duration } from "../model/duration.ts";
import { termText } from "./amounts.ts";
import { eventsText } from "./events.ts";
import { REQUEST, type DeadlineRule, type FeeRule, type Rule, type Weekday } from "../model/rule.ts";
import WORDS from "./rule-words.json" with { type: "json" };

type Table = keyof typeof WORDS;

/** The word for one of a rule's values, in the reader's language; the value itself where there is no word for it. */
export function word(table: Table, value: string | number, lang: Language): string {
  const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = WORDS[table];
  const key = String(value);
  return Object.hasOwn(words, key) ? (words[key]?.[lang] ?? key) : key;
}

/** What a rule says, in one line: `1 working days · the whole service · portal`. Empty parts are left out. */
export function ruleLine(rule: RuleParts, lang: Language): string {
  const notJudging = rule.judges === false ? word("phrases", "notJudging", lang) : "";
  return [...parts(rule, lang), notJudging].filter((part) => part !== "").join(" · ");
}

/** A rule's own fields; what the review adds is not needed to put it into words. */
export type RuleParts = Rule extends infer R ? (R extends Rule ? Omit<R, "id" | "cite"> : never) : never;

function parts(rule: RuleParts, lang: Language): string[] {
  switch (rule.kind) {
    case "deadline":
      return [
        length(rule, lang),
        word("subjects", rule.subject, lang),
        channels(rule, lang),
        eventsText(rule, lang),
        rule.clock === "wall" ? word("phrases", "clock", lang) : "",
      ];
    case "hours":
      return [word("who", rule.who, lang), days(rule.days, lang), opening(rule, lang)];
    case "cutoff":
      return [days(rule.days, lang), cutoff(rule, lang), channels(rule, lang)];
    case "rollover":
      return [word("phrases", "nextWorkingDay", lang), channels(rule, lang)];
    case "document":
      return [
        rule.document ?? "",
        channels(rule, lang),
        condition(rule.condition, lang),
        alternative(rule, lang),
      ];
    case "eligibility":
      return [rule.who === undefined ? "" : word("who", rule.who, lang), channels(rule, lang)];
    case "refusal":
      return [
        word("stages", rule.stage, lang),
        rule.effect === undefined ? "" : word("effects", rule.effect, lang),
        channels(rule, lang),
      ];
    case "fee":
      return [feeText(rule, lang), condition(rule.condition, lang)];
    case "channel":
      return [word("channels", rule.channel, lang)];
    case "form":
      return [rule.forms.map((form) => word("forms", form, lang)).join(", ")];
  }
}

function length({ min, fromEvent, ...most }: Omit<DeadlineRule, "id" | "cite">, lang: Language): string {
  const isOfRequest = fromEvent === undefined || fromEvent === REQUEST;
  if (most.unit === "same-day" && isOfRequest) return word("phrases", "sameDay", lang);
  const upper = termText(most.amount, most.unit, lang);
  if (min === undefined) return upper;
  return min.unit === most.unit
    ? `${min.amount}–${upper}`
    : `${termText(min.amount, min.unit, lang)} – ${upper}`;
}

const duration = ({ amount, unit }: Duration, lang: Language): string => termText(amount, unit, lang);

/** A sum with its currency as people write it: tenge, indices, a percentage and of what. */
function feeText(rule: Omit<FeeRule, "id" | "cite">, lang: Language): string {
  if (rule.free === true) return word("phrases", "free", lang);
  const { amount, currency = "", of } = rule;
  if (amount === undefined) return "";
  const sum = String(amount).replace(".", lang === "en" ? "." : ",");
  const said = word("currencies", currency, lang).replace("{amount}", sum);
  const told = said === currency ? `${sum} ${currency}`.trim() : said;
  return of === undefined
    ? told
    : `${told} ${word("phrases", "percentOf", lang).replace("{of}", () => `«${of}»`)}`;
}

const channels = (rule: { channel?: string; channels?: readonly string[] }, lang: Language): string =>
  (rule.channels ?? (rule.channel === undefined ? [] : [rule.channel]))
    .map((channel) => word("channels", channel, lang))
    .join(", ");

/** `Mon–Fri` for a run of days, `Mon, Wed` for others. */
function days(list: readonly Weekday[] | undefined, lang: Language): string {
  if (list === undefined || list.length === 0) return "";
  const sorted = [...list].sort((a, b) => a - b);
  const first = sorted[0] ?? 1;
  const last = sorted.at(-1) ?? first;
  const isRun = sorted.length > 2 && last - first === sorted.length - 1;
  const names = isRun ? [first, last] : sorted;
  return names.map((one) => word("weekdays", one, lang)).join(isRun ? "–" : ", ");
}

function opening(
  rule: { open?: string; close?: string; break?: readonly [string, string] | null; roundTheClock?: boolean },
  lang: Language,
): string {
  if (rule.roundTheClock === true) return word("phrases", "roundTheClock", lang);
  const pause = rule.break ? `, ${word("phrases", "break", lang)} ${rule.break.join("–")}` : "";
  return `${rule.open ?? "…"}–${rule.close ?? "…"}${pause}`;
}

function cutoff(rule: { time?: string; before?: Duration }, lang: Language): string {
  const time = rule.time === undefined ? "" : word("phrases", "until", lang).replace("{time}", rule.time);
  const before =
    rule.before === undefined
      ? ""
      : word("phrases", "beforeClosing", lang).replace("{term}", duration(rule.before, lang));
  return [time, before].filter((part) => part !== "").join(", ");
}

const condition = (words: string | undefined, lang: Language): string =>
  words === undefined ? "" : `${word("phrases", "ifNeeded", lang)}: «${words}»`;

/** Groups by the number that a reader is told; a group's own name is for machines. */
export function groupNumbers(rules: readonly RuleParts[]): ReadonlyMap<string, string> {
  const groups = rules.flatMap((rule) =>
    rule.kind === "document" && rule.alternativeGroup !== undefined ? [rule.alternativeGroup] : [],
  );
  return new Map([...new Set(groups)].map((group, index) => [group, String(index + 1)]));
}

/** A rule with its document called by name, and its group of alternatives by number. */
export function namedRule<Of extends RuleParts>(
  rule: Of,
  groups: ReadonlyMap<string, string>,
  names?: { readonly document: (id: string) => string },
): Of {
  if (rule.kind !== "document") return rule;
  const { document, alternativeGroup } = rule;
  return {
    ...rule,
    ...(document === undefined || names === undefined ? {} : { document: names.document(document) }),
    ...(alternativeGroup === undefined ? {} : { alternativeGroup: groups.get(alternativeGroup) ?? "" }),
  };
}

const alternative = (rule: { alternativeGroup?: string }, lang: Language): string =>
  rule.alternativeGroup === undefined
    ? ""
    : word("phrases", /^\d+$/.test(rule.alternativeGroup) ? "oneOfGroup" : "oneOf", lang).replace(
        "{group}",
        rule.alternativeGroup,
      );
