import type { Language } from "../model/language.ts";
import type { FactCondition } from "../model/condition.ts";
import type { Channel } from "../model/rule.ts";
import type { Labels } from "../model/verdict.ts";
import { withinSentence } from "../model/within-sentence.ts";
import type { Asked } from "./asked-facts.ts";
import { caseSchema, isTellable } from "./case-schema.ts";
import type { Schema } from "./class-schema.ts";
import { documentLabels, type FieldMatter } from "./form-fields.ts";
import { neededDocuments, type Need, type NeedIn } from "./needed-documents.ts";
import type { Plan } from "../compile/plan.ts";

/**
 * Says at the list of documents which of them the answers make necessary: a `description`, and `x-needed` with the
 * types, those of which one is enough together. It demands none, so that a request that lacks one can be handed in and
 * answered. The cases exclude one another, because renderers that merge schemas keep one description only.
 */
export function needSchema(
  plan: Plan,
  channel: Channel,
  asked: Asked,
  comparisons: ReadonlyMap<string, readonly FactCondition[]>,
  matter: FieldMatter,
): Schema {
  const needs = tellable(neededDocuments(plan, channel, asked) ?? [], asked, comparisons);
  const [first] = needs;
  const saying = (need: Need, perhaps: readonly string[] = []): Schema => ({
    type: "object",
    properties: { documents: { type: "array", ...inWords(need, perhaps, plan, matter) } },
  });
  if (first !== undefined && needs.length === 1) return saying(first.need);
  const always = (first?.need ?? []).filter((one) => needs.every(({ need }) => need.some(isSame(one))));
  const members = plan.channels[channel].groups.flatMap((group) => group.members);
  const asksFor = new Set(members.map(({ document }) => plan.documents[document]?.id ?? ""));
  const perhaps = [...asksFor].filter((type) => !always.flat().includes(type));
  return needs.reduceRight<Schema>(
    (rest, { cases, need }) => ({
      if: {
        type: "object",
        properties: { facts: caseSchema(cases, asked, comparisons) },
        required: ["facts"],
      },
      then: saying(need),
      else: rest,
    }),
    saying(always, perhaps),
  );
}

/** The same, or none of them where a schema cannot tell their cases apart. */
function tellable(
  needs: readonly NeedIn[],
  { facts }: Asked,
  comparisons: ReadonlyMap<string, readonly FactCondition[]>,
): readonly NeedIn[] {
  const places = new Set(needs.flatMap(({ cases }) => cases.flatMap((one) => [...one.keys()])));
  const areTold = [...places].every((place) => {
    const fact = facts[place]?.fact;
    return fact !== undefined && isTellable(fact, comparisons.get(fact.id) ?? []);
  });
  return areTold ? needs : [];
}

const isSame =
  (one: readonly string[]) =>
  (other: readonly string[]): boolean =>
    one.join("\n") === other.join("\n");

/** Whoever hands in a document that is needed has also handed in one of those among which it would be enough. */
const isNoWider = (one: readonly string[], _: number, need: Need): boolean =>
  !need.some((other) => other.length < one.length && other.every((type) => one.includes(type)));

/** What is needed, what may be, and what the regulation leaves to acts that are not at hand. */
function inWords(
  need: Need,
  perhaps: readonly string[],
  { book }: Plan,
  { vocabulary, words, language }: FieldMatter,
): Schema {
  const elsewhere = (book.notHeld ?? []).filter(({ kinds }) => kinds.includes("document"));
  const sentences = (into: Language): string => {
    const name = (type: string): string => documentLabels(type, vocabulary)[into];
    const listed = need
      .filter(isNoWider)
      .map((oneOf) =>
        oneOf
          .map(name)
          .map((each, index) => (index === 0 ? each : withinSentence(each)))
          .join(` ${words.or[into]} `),
      )
      .join("; ");
    const open = perhaps.map(name).join("; ");
    return [
      listed === "" ? (open === "" ? words.noneNeeded[into] : "") : `${words.needed[into]}: ${listed}.`,
      open === "" ? "" : `${words.perhaps[into]}: ${open}.`,
      elsewhere.length === 0
        ? ""
        : `${words.notHeld[into]}: ${elsewhere.map(({ what }) => `«${what}»`).join(", ")}.`,
    ]
      .filter((sentence) => sentence !== "")
      .join(" ");
  };
  const inAll: Labels = { kk: sentences("kk"), ru: sentences("ru"), en: sentences("en") };
  return {
    description: inAll[language],
    "x-descriptions": inAll,
    ...(perhaps.length === 0 ? { "x-needed": need } : {}),
  };
}
