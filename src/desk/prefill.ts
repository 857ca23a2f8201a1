import type { LedgerEntry, UnreadReason } from "../model/ledger.ts";
import { KINDS, type Candidate, type Channel, type Kind } from "../model/rule.ts";
import { partsIn } from "../reading.ts";
import type { ActUnderReview } from "./act.ts";
import type { ServiceReview } from "./review-service.ts";
import { rulesBeside } from "./twin-places.ts";

/** A new rule as far as it can be told before a person has said anything. */
export interface Prefilled {
  readonly kind: Kind;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Words that a person makes a rule of. */
export interface WordsForRule {
  readonly path: string;
  readonly words: string;
  /** What became of them, where they are a place that was not read. */
  readonly entry?: LedgerEntry;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What can be told of a new rule: its kind, unless a person has chosen one, and fields. The surest first: what the text in
 * the other language says at the place, then what the words name, then what rules beside them all say. Words are never
 * filled in: those are the person's to take from the text.
 */
export function prefilled(
  act: ActUnderReview,
  now: ServiceReview,
  asked: WordsForRule,
  chosen: Kind | undefined,
): Prefilled {
  const there = act.twin !== undefined && asked.entry !== undefined ? rulesBeside(act.twin, asked.entry) : [];
  const beside = rulesAround(now, asked.path);
  const parts = partsIn(asked.words, act.language);
  const kind = chosen ?? there[0]?.kind ?? kindBy(asked.entry, beside, parts);
  const alike = beside.filter((one) => one.kind === kind);
  const twin = there.find((one) => one.kind === kind);
  return {
    kind,
    values: {
      ...shared(alike),
      ...partsOf(kind, parts),
      ...(twin === undefined ? {} : picked(twin, VALUES)),
    },
  };
}

/** Fields that hold values; others hold words of the text they were read from. */
const VALUES: readonly string[] = [
  ...["subject", "amount", "unit", "min", "channel", "channels", "fromEvent", "toEvent", "direction"],
  ...["countsStartDay", "movesToWorkingDay", "clock", "lastHour", "fromRegistration", "addressee"],
  ...["who", "days", "open", "close", "break", "roundTheClock", "holidaysExcluded"],
  ...["time", "before", "outside", "events", "document", "stage", "aboutDocuments", "free", "currency"],
  ...["forms", "when"],
];

/** Fields that rules of one list or row have in common, if they have. */
const SHARED: readonly string[] = [
  ...["subject", "channel", "channels", "who", "stage", "aboutDocuments", "currency", "fromEvent", "toEvent"],
];

const picked = (rule: object, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(rule).filter(([name]) => names.includes(name)));

/** What every one of some rules says. */
function shared(rules: readonly Candidate[]): Fields {
  const [first, ...others] = rules.map((rule) => picked(rule, SHARED));
  const isSaidBy = (name: string, value: unknown, other: Fields): boolean =>
    JSON.stringify(other[name]) === JSON.stringify(value);
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) =>
      others.every((other) => isSaidBy(name, value, other)),
    ),
  );
}

/** The reader's rules in the same provision, or in those beside it. */
function rulesAround({ service }: ServiceReview, path: string): readonly Candidate[] {
  const over = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  return service.reading.candidates.filter(
    (one) => one.path === path || one.path.slice(0, Math.max(one.path.lastIndexOf("/"), 0)) === over,
  );
}

/** The kind that a sign in unread words most likely belongs to. */
const BY_REASON: Partial<Record<UnreadReason, Kind>> = {
  amount: "deadline",
  clock: "hours",
  money: "fee",
  refusal: "refusal",
  paper: "document",
  holder: "eligibility",
  condition: "eligibility",
  way: "channel",
  form: "form",
};

type Parts = ReturnType<typeof partsIn>;

function kindBy(entry: LedgerEntry | undefined, beside: readonly Candidate[], { terms, times }: Parts): Kind {
  const sign = BY_REASON[entry?.reason as UnreadReason];
  if (terms.length > 0) return "deadline";
  if (times.length > 0) return sign ?? "hours";
  const count = (kind: Kind): number => beside.filter((one) => one.kind === kind).length;
  const most = KINDS.reduce((best, kind) => (count(kind) > count(best) ? kind : best));
  return sign ?? (count(most) > 0 ? most : "deadline");
}

/** What the words themselves name, in the fields of a kind. */
function partsOf(kind: Kind, { terms, times, channels }: Parts): Fields {
  const [term] = terms;
  const [open, close] = times;
  switch (kind) {
    case "deadline":
      return {
        ...(term && {
          amount: term.length.amount,
          unit: term.length.unit,
          ...(term.min && { min: term.min }),
        }),
        ...oneWay(channels),
      };
    case "hours":
      return { ...(open !== undefined && { open }), ...(close !== undefined && { close }) };
    case "cutoff":
      return {
        ...(open !== undefined && { time: open }),
        ...(open === undefined && term && { before: term.length }),
        ...oneWay(channels),
      };
    case "document":
    case "rollover":
    case "eligibility":
    case "refusal":
    case "fee":
    case "channel":
      return oneWay(channels);
    case "form":
      return {};
  }
}

/** Of several ways a person has to say which. */
const oneWay = (channels: readonly Channel[]): Fields =>
  channels.length === 1 ? { channel: channels[0] } : {};
