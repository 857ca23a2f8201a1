import type { Gain, Gains } from "../model/change.ts";

/** Nobody gains or loses. */
export const NOBODY: Gains = { applicant: "none", provider: "none" };
/** Only a reader of the words can tell. */
export const UNCLEAR: Gains = { applicant: "unclear", provider: "unclear" };
/** Some of it is better and some worse, for both. */
export const MIXED: Gains = { applicant: "mixed", provider: "mixed" };
/** What the applicant wins, the provider has to give. */
export const FOR_APPLICANT: Gains = { applicant: "better", provider: "worse" };
export const FOR_PROVIDER: Gains = { applicant: "worse", provider: "better" };
/** It touches the applicant alone. */
export const EASIER: Gains = { applicant: "better", provider: "none" };
export const HARDER: Gains = { applicant: "worse", provider: "none" };

/** What several changes of one rule come to. */
export function together(all: readonly Gains[]): Gains {
  return {
    applicant: all.map(({ applicant }) => applicant).reduce(joined, "none"),
    provider: all.map(({ provider }) => provider).reduce(joined, "none"),
  };
}

function joined(one: Gain, other: Gain): Gain {
  if (one === other || other === "none") return one;
  if (one === "none") return other;
  return one === "unclear" || other === "unclear" ? "unclear" : "mixed";
}

const OPPOSITE: Readonly<Record<Gain, Gain>> = {
  better: "worse",
  worse: "better",
  mixed: "mixed",
  none: "none",
  unclear: "unclear",
};

/** The same change seen from the other version. */
export const opposite = (gains: Gains): Gains => ({
  applicant: OPPOSITE[gains.applicant],
  provider: OPPOSITE[gains.provider],
});
