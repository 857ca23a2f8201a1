import type { Mapping } from "../../log/mapping.ts";
import type { Condition } from "../../model/condition.ts";
import { CHANNELS, type Channel, type RefusalRule } from "../../model/rule.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";
import type { BookAtWork } from "./book.ts";
import { judgingTimes } from "./judging-times.ts";
import { NEVER } from "./measures.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { channelNumber } from "./term-rows.ts";
import type { Terms } from "./terms.ts";

/** A ground of a book, with the number of its rule. */
interface Ground {
  readonly number: number;
  readonly rule: RefusalRule;
}

/**
 * Reasons that a book knows, by the words of the log: a rule's id, path, citation or words, and what the mapping says; and
 * which ground they name in which channel. A ground of another channel is none in this one.
 */
export function groundTables(
  books: readonly BookAtWork[],
  terms: Terms,
  mapping: Mapping,
): readonly [PlanTable, PlanTable] {
  const names: (readonly [number, string, number])[] = [];
  const grounds: (readonly (number | string | null)[])[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (named: readonly Ground[], zone: ZoneTable): number => {
    const key = [zone.zone, ...named.map(({ number }) => number)].join();
    const there = numbers.get(key);
    if (there !== undefined) return there;
    for (const channel of [undefined, ...CHANNELS])
      for (const row of groundsIn(channel, named, zone))
        grounds.push([numbers.size, channelNumber(channel), ...row]);
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  for (const [number, { book, zone }] of books.entries()) {
    const known = namedGrounds(
      book.rules.flatMap((rule, index) =>
        rule.kind === "refusal" ? [{ number: terms.firstRuleOf(number) + index, rule }] : [],
      ),
    );
    for (const [reason, name] of Object.entries(mapping.grounds ?? {})) {
      const named = name === null ? [] : known.get(name);
      if (named !== undefined) known.set(reason, named);
    }
    for (const [name, named] of known) names.push([number, name, numberOf(named, zone)]);
  }
  return [
    planTable(
      "ground_name",
      "Words of refusals that a book knows, with what they name.",
      ["book_no", "reason", "ground_no"],
      names,
    ),
    planTable(
      "ground",
      "Which ground such words name in each channel.",
      [
        "ground_no",
        "channel_no",
        "judges_from",
        "judges_until",
        "rule_no",
        "about_missing",
        "untold_because",
      ],
      grounds,
    ),
  ];
}

/** The grounds of a book by every name that a log can give them; several can share their words. */
function namedGrounds(grounds: readonly Ground[]): Map<string, readonly Ground[]> {
  const known = new Map<string, readonly Ground[]>();
  for (const ground of grounds) {
    const { source, quote, cite, path, id, ofLaw } = ground.rule;
    const ofTheLaw = [...Object.values(ofLaw?.cites ?? {}), ...(ofLaw?.names ?? [])];
    for (const name of new Set([source?.quote ?? quote, cite, path, id, ...ofTheLaw]))
      if (name !== undefined) known.set(name, [...(known.get(name) ?? []), ground]);
  }
  return known;
}

type Row = readonly (number | string | null)[];

/**
 * Which of some grounds it is in a channel, from when until when: one of the regulation's own at any time, one of the law
 * beneath while that holds. No row tells of times in which none is known.
 */
function groundsIn(channel: Channel | undefined, named: readonly Ground[], zone: ZoneTable): Row[] {
  const ofBook = named.filter(({ rule }) => rule.ofLaw === undefined);
  const [number, about, untold] = groundIn(channel, ofBook);
  const ofLaw = named.flatMap((ground) =>
    ground.rule.ofLaw === undefined
      ? []
      : judgingTimes(ground.rule, zone).map((time) => ({ ground, ...time })),
  );
  if (number !== null || ofLaw.length === 0) return [[-NEVER, NEVER, number, about, untold]];
  const bounds = [...new Set(ofLaw.flatMap(({ judges_from, judges_until }) => [judges_from, judges_until]))];
  const inOrder = bounds.toSorted((a, b) => a - b);
  return inOrder.slice(0, -1).flatMap((from, index): Row[] => {
    const judging = ofLaw.filter((each) => each.judges_from <= from && from < each.judges_until);
    if (judging.length === 0) return [];
    const sure = judging.filter(({ is_unconfirmed }) => is_unconfirmed === 0);
    const row = groundIn(
      channel,
      (sure.length > 0 ? sure : judging).map(({ ground }) => ground),
    );
    const until = inOrder[index + 1] ?? NEVER;
    if (sure.length > 0 || row[0] === null) return [[from, until, ...row]];
    return [[from, until, null, 0, "law-unconfirmed"]];
  });
}

/** Which of some grounds it is in a channel, whether that is only about missing documents, and why nobody can tell. */
function groundIn(
  channel: Channel | undefined,
  named: readonly Ground[],
): readonly [number | null, number, string | null] {
  const here = named.filter(({ rule }) => {
    const only = channelsOfGround(rule);
    return only === undefined || (channel !== undefined && only.includes(channel));
  });
  const about = here.every(({ rule }) => rule.aboutDocuments === "missing") ? 1 : 0;
  const last = here.at(-1);
  if (last !== undefined) return [last.number, about, null];
  return [null, 0, channel === undefined && named.length > 0 ? "no-channel" : null];
}

/** Channels that a ground is for, by itself or by its condition; undefined: every channel. */
function channelsOfGround({ channel, when }: RefusalRule): readonly Channel[] | undefined {
  if (channel !== undefined) return [channel];
  return when === undefined ? undefined : channelsIn(when);
}

/** Channels outside which a condition never holds; undefined where it holds in every one, for all that is seen here. */
function channelsIn(condition: Condition): readonly Channel[] | undefined {
  if ("all" in condition) {
    const bound = condition.all.flatMap((each) => {
      const channels = channelsIn(each);
      return channels === undefined ? [] : [channels];
    });
    return bound.length === 0 ? undefined : CHANNELS.filter((each) => bound.every((of) => of.includes(each)));
  }
  if (!("fact" in condition) || condition.fact !== "channel") return undefined;
  const { operator, value } = condition;
  if (operator === "equal") return CHANNELS.filter((channel) => channel === value);
  return operator === "in" && Array.isArray(value)
    ? CHANNELS.filter((channel) => value.includes(channel))
    : undefined;
}
