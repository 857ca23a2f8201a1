import type { Channel, Kind, Subject } from "../../src/model/rule.ts";
import type { Unit } from "../../src/model/duration.ts";

/** A rule that made-up words state, made from the same choices as the words. */
export interface Expected {
  readonly kind: Kind;
  /** The rule's own words, as a careful reader would quote them. */
  readonly words: string;
  /** Where it stands: a piece of the text it was said in. */
  readonly at: string;
  /** Fields of gold beside these. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Words of an act, and the rules in them. */
export interface Said {
  readonly text: string;
  readonly rules: readonly Expected[];
  /** True where the words only frame the act and are not what its family is about. */
  readonly framing?: boolean;
}

/** A rule whose words and place are those of the whole text unless told. */
export interface Draft {
  readonly kind: Kind;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly words?: string;
  readonly at?: string;
}

/** Words with the rules they state. */
export function says(text: string, ...rules: readonly Draft[]): Said {
  return {
    text,
    rules: rules.map(({ kind, fields, words = text, at }) => {
      const place = at ?? (text.includes(words) ? words : text);
      if (!text.includes(place)) throw new RangeError(`«${place}» is no part of «${text}»`);
      return { kind, words, at: place, fields };
    }),
  };
}

/** One text after another, with the rules of all. */
export const joined = (parts: readonly Said[], by = " "): Said => ({
  text: parts.map(({ text }) => text).join(by),
  rules: parts.flatMap(({ rules }) => rules),
});

/** The same words as part of the frame, not of what the family is about. */
export const framing = (said: Said): Said => ({ ...said, framing: true });

/** The same words as what the family is about. */
export const owned = (said: Said): Said => ({ ...said, framing: false });

/** The rule with other words than all of its text. */
export const worded = (draft: Draft, words: string, at?: string): Draft => ({
  ...draft,
  words,
  ...(at === undefined ? {} : { at }),
});

/** A rule that a careful reader could leave out: it counts neither way. */
export const debatable = (draft: Draft): Draft => ({
  ...draft,
  fields: { ...draft.fields, debatable: true },
});

type More = Readonly<Record<string, unknown>>;

export const deadline = (amount: number, unit: Unit, subject: Subject, more: More = {}): Draft => ({
  kind: "deadline",
  fields: { amount, unit, subject, ...more },
});

export const sameDay = (subject: Subject, more: More = {}): Draft => deadline(0, "same-day", subject, more);

/** `condition` is the words of the case in which the paper is asked for. */
export const document = (more: More = {}): Draft => ({ kind: "document", fields: more });

export const refusal = (stage: "intake" | "service", more: More = {}): Draft => ({
  kind: "refusal",
  fields: { stage, ...more },
});

export const eligibility = (who?: "natural-person" | "legal-person" | "any"): Draft => ({
  kind: "eligibility",
  fields: who === undefined ? {} : { who },
});

export const channel = (name: Channel): Draft => ({ kind: "channel", fields: { channel: name } });

export const free: Draft = { kind: "fee", fields: { free: true } };

export const fee = (amount: number, currency: "KZT" | "MCI" | "percent"): Draft => ({
  kind: "fee",
  fields: { free: false, amount, currency },
});

export const form = (...forms: readonly string[]): Draft => ({ kind: "form", fields: { forms } });

export const hours = (more: More): Draft => ({ kind: "hours", fields: more });

export const roundTheClock = (who: string): Draft => hours({ who, roundTheClock: true });

export const cutoff = (more: More): Draft => ({ kind: "cutoff", fields: more });

export const rollover: Draft = { kind: "rollover", fields: {} };
