import type { Gains } from "../model/change.ts";
import type { DocumentRule, EligibilityRule, RefusalRule } from "../model/rule.ts";
import { channelChange } from "./compare-channels.ts";
import { fieldChange, type Difference } from "./difference.ts";
import { EASIER, HARDER, together, UNCLEAR } from "./gains.ts";
import type { Wording } from "./wording.ts";

interface Worded {
  readonly source?: { readonly quote: string };
  readonly when?: unknown;
}

/**
 * Documents, conditions and grounds live in their words. Where both sides have been put into facts in review, the facts
 * decide and the words are wording; otherwise other words (not other endings of them) are a change to be read.
 */
function contentChange(
  old: Worded,
  now: Worded,
  wording: Wording,
  settled: boolean,
): { readonly changed: boolean } {
  if (settled || (old.when !== undefined && now.when !== undefined)) return { changed: false };
  if (old.source === undefined || now.source === undefined) return { changed: false };
  return { changed: !wording.sameContent(old.source.quote, now.source.quote) };
}

export function compareDocuments(
  old: DocumentRule,
  now: DocumentRule,
  wording: Wording,
): Difference | undefined {
  const named = old.document !== undefined && now.document !== undefined;
  const type = named ? fieldChange("document", old.document, now.document) : [];
  const facts = bothSet(old, now) ? fieldChange("when", old.when, now.when) : [];
  const conditional = old.when === undefined && now.when === undefined;
  const condition =
    conditional && !wording.sameContent(old.condition ?? "", now.condition ?? "")
      ? fieldChange("condition", old.condition, now.condition)
      : [];
  const choice = fieldChange(
    "alternative",
    old.alternativeGroup !== undefined,
    now.alternativeGroup !== undefined,
  );
  const scope = channelChange(old, now);
  const words = contentChange(old, now, wording, named && type.length === 0);
  const fields = [
    ...type,
    ...facts,
    ...condition,
    ...choice,
    ...scope.fields,
    ...(words.changed ? [quotes(old, now)] : []),
  ];
  if (fields.length === 0) return undefined;
  return {
    code: "document-changed",
    fields,
    gains: together([
      ...(type.length + facts.length > 0 || words.changed ? [UNCLEAR] : []),
      ...condition.map(() => conditionGains(old.condition, now.condition)),
      ...choice.map(() => (now.alternativeGroup === undefined ? HARDER : EASIER)),
      ...(scope.fields.length > 0 ? [scope.gains] : []),
    ]),
  };
}

/** A document asked for only in some cases is better for the applicant than one always asked for. */
function conditionGains(old: string | undefined, now: string | undefined): Gains {
  if (old === undefined) return EASIER;
  return now === undefined ? HARDER : UNCLEAR;
}

export function compareEligibility(
  old: EligibilityRule,
  now: EligibilityRule,
  wording: Wording,
): Difference | undefined {
  const who = old.who === undefined || now.who === undefined ? [] : fieldChange("who", old.who, now.who);
  const facts = bothSet(old, now) ? fieldChange("when", old.when, now.when) : [];
  const scope = channelChange(old, now);
  const words = contentChange(old, now, wording, false);
  const fields = [...who, ...facts, ...scope.fields, ...(words.changed ? [quotes(old, now)] : [])];
  if (fields.length === 0) return undefined;
  return {
    code: "eligibility-changed",
    fields,
    gains: together([
      ...who.map(() => (now.who === "any" ? EASIER : old.who === "any" ? HARDER : UNCLEAR)),
      ...(facts.length + scope.fields.length > 0 || words.changed ? [UNCLEAR] : []),
    ]),
  };
}

export function compareRefusals(
  old: RefusalRule,
  now: RefusalRule,
  wording: Wording,
): Difference | undefined {
  const facts = bothSet(old, now) ? fieldChange("when", old.when, now.when) : [];
  const words = contentChange(old, now, wording, false);
  const fields = [
    ...fieldChange("stage", old.stage, now.stage),
    ...fieldChange("aboutDocuments", old.aboutDocuments, now.aboutDocuments),
    ...fieldChange("covers", old.covers, now.covers),
    ...fieldChange("effect", old.effect, now.effect),
    ...facts,
    ...channelChange(old, now).fields,
    ...(words.changed ? [quotes(old, now)] : []),
  ];
  return fields.length === 0 ? undefined : { code: "refusal-changed", fields, gains: UNCLEAR };
}

const bothSet = (old: Worded, now: Worded): boolean => old.when !== undefined && now.when !== undefined;

const quotes = (old: Worded, now: Worded) => ({
  field: "words",
  old: old.source?.quote ?? null,
  new: now.source?.quote ?? null,
});
