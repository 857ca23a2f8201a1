import type { Channel, HoursRule, Rule } from "../model/rule.ts";
import { channelsOf } from "./compare-channels.ts";
import { timetable } from "./compare-hours.ts";
import { compareRules } from "./compare-rules.ts";
import type { Wording } from "./wording.ts";
import { likeness, profileOf, wordsOf } from "./words.ts";

/** Terms of these subjects are told apart by their words, because one regulation has many of them. */
const TOLD_BY_WORDS = 0.85;

/**
 * Whether the other rules say all that a rule says, for each of its channels: then that it stands once more or once less,
 * or that one rule was split in two, changes nothing. A rule for all channels says it for each.
 */
export function saidBy(rule: Rule, others: readonly Rule[], wording: Wording): boolean {
  const same = others.filter((other) => other.kind === rule.kind && sameButChannels(rule, other, wording));
  return atoms(rule).every((channel) =>
    same.some((other) => [channel, undefined].some((one) => atoms(other).includes(one))),
  );
}

/** Whether what a pair says for one channel only on one side is said by another rule of the other side. */
export function channelsSaidElsewhere(
  old: Rule,
  now: Rule,
  olds: readonly Rule[],
  news: readonly Rule[],
  wording: Wording,
): boolean {
  const [before, after] = [channelsOf(old), channelsOf(now)];
  if (before.length === 0 || after.length === 0) return false;
  const lost = before.filter((channel) => !after.includes(channel));
  const won = after.filter((channel) => !before.includes(channel));
  const only = (rule: Rule, channel: Channel): Rule => ({ ...rule, channel, channels: [channel] }) as Rule;
  return (
    lost.every((channel) =>
      saidBy(
        only(old, channel),
        news.filter((rule) => rule !== now),
        wording,
      ),
    ) &&
    won.every((channel) =>
      saidBy(
        only(now, channel),
        olds.filter((rule) => rule !== old),
        wording,
      ),
    )
  );
}

/** Whose hours come to the same week on both sides, however many rules tell them. */
export function sameTimetables(olds: readonly Rule[], news: readonly Rule[]): ReadonlySet<HoursRule["who"]> {
  const hours = (rules: readonly Rule[], who: HoursRule["who"]): readonly HoursRule[] =>
    rules.filter((rule): rule is HoursRule => rule.kind === "hours" && rule.who === who);
  const all: readonly HoursRule["who"][] = ["provider", "portal", "corporation", "other"];
  return new Set(
    all.filter((who) => {
      const [before, after] = [hours(olds, who), hours(news, who)];
      return before.length > 0 && after.length > 0 && timetable(before) === timetable(after);
    }),
  );
}

const atoms = (rule: Rule): readonly (Channel | undefined)[] => {
  const channels = channelsOf(rule);
  return channels.length === 0 ? [undefined] : channels;
};

function sameButChannels(one: Rule, other: Rule, wording: Wording): boolean {
  if (one.kind === "channel" || other.kind === "channel")
    return one.kind === other.kind && saysSame(one, other);
  if (compareRules(bare(one), bare(other), wording) !== undefined) return false;
  const byWords = one.kind === "deadline" && one.subject !== "service" && one.subject !== "waiting";
  if (!byWords) return true;
  const words = (rule: Rule) => profileOf(wordsOf(rule.source?.quote ?? rule.cite));
  return likeness(words(one), words(other)) >= TOLD_BY_WORDS;
}

const saysSame = (one: Rule, other: Rule): boolean =>
  one.kind === "channel" && other.kind === "channel" && one.channel === other.channel;

const bare = (rule: Rule): Rule => {
  const copy: Record<string, unknown> = { ...rule };
  delete copy["channel"];
  delete copy["channels"];
  return copy as unknown as Rule;
};
