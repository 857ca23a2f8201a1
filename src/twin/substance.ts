import type { DeadlineRule, Rule } from "../model/rule.ts";
import type { SaidOtherwise, SubstanceField } from "../model/twin.ts";

/** What a rule says that must be the same in every language; what it does not say is left out. */
export type Substance = ReadonlyMap<SubstanceField, string>;

/** The substance of a rule: its values without its words, its names and its events. */
export function substanceOf(rule: Rule): Substance {
  const values = Object.entries(valuesOf(rule)) as [SubstanceField, string | undefined][];
  return new Map(values.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}

/** What two rules of one kind say otherwise. */
export const saidOtherwise = (here: Substance, there: Substance): readonly SaidOtherwise[] =>
  [...new Set([...here.keys(), ...there.keys()])].flatMap((field) => {
    const [one, other] = [here.get(field), there.get(field)];
    if (one === other) return [];
    return [
      {
        field,
        ...(one === undefined ? {} : { here: one }),
        ...(other === undefined ? {} : { there: other }),
      },
    ];
  });

type Values = Readonly<Partial<Record<SubstanceField, string | undefined>>>;

function valuesOf(rule: Rule): Values {
  switch (rule.kind) {
    case "deadline":
      return {
        length: lengthText(rule),
        direction: rule.direction === "before" ? "before" : undefined,
        subject: rule.subject,
        channels: channelsText(rule),
      };
    case "hours":
      return {
        who: rule.who,
        days: rule.days?.toSorted().join(","),
        time: rule.roundTheClock === true ? "24/7" : `${rule.open ?? ""}–${rule.close ?? ""}`,
        break: rule.break?.join("–"),
      };
    case "cutoff":
      return {
        days: rule.days?.toSorted().join(","),
        time: rule.time,
        before: rule.before === undefined ? undefined : `${rule.before.amount} ${rule.before.unit}`,
        channels: rule.channel,
      };
    case "rollover":
      return { outside: rule.outside ?? "hours", channels: rule.channel };
    case "document":
      return {
        channels: channelsText(rule),
        condition: rule.condition === undefined ? undefined : "given",
        alternative: rule.alternativeGroup === undefined ? undefined : "given",
      };
    case "eligibility":
      return { who: rule.who, channels: rule.channel };
    case "refusal":
      return { stage: rule.stage, channels: rule.channel };
    case "fee":
      return { sum: sumText(rule) };
    case "channel":
      return { channels: rule.channel };
    case "form":
      return { forms: rule.forms.toSorted().join(",") };
  }
}

const sumText = ({ free, amount, currency = "" }: Extract<Rule, { kind: "fee" }>): string | undefined =>
  free === true ? "free" : amount === undefined ? undefined : `${amount} ${currency}`.trim();

function lengthText({ amount, unit, min }: DeadlineRule): string {
  if (unit === "same-day") return unit;
  const lower = min === undefined ? "" : `${min.amount} ${alike(min.unit)} – `;
  return `${lower}${amount} ${alike(unit)}`;
}

/** A day without a kind is counted as a calendar day is. */
const alike = (unit: string): string => (unit === "day" ? "calendar-day" : unit);

const channelsText = ({
  channel,
  channels,
}: Pick<DeadlineRule, "channel" | "channels">): string | undefined =>
  channels === undefined ? channel : channels.toSorted().join(",");
