import type { FactCondition } from "../model/condition.ts";
import { CHANNELS, type Channel } from "../model/rule.ts";
import { askedFacts, type Asked, type AskedFact } from "./asked-facts.ts";
import { caseSchema, comparisonsIn, isTellable } from "./case-schema.ts";
import type { Schema } from "./class-schema.ts";
import { choice, documentSchema, factSchema, labelled, type FieldMatter } from "./form-fields.ts";
import { needSchema } from "./form-needs.ts";
import type { Plan } from "../compile/plan.ts";

/**
 * A JSON Schema 2020-12 for a request to one service, made from its rules: the channels it is given through, the facts
 * its rules look at, each asked for only where it matters after what was told before, and the documents it knows, with
 * those that the answers make necessary. `title` and `description` are in one language, `x-labels` and
 * `x-descriptions` in all three. What it passes, `check` reads, and no fact of the applicant is left unknown.
 */
export function requestForm(plan: Plan, matter: FieldMatter): Schema {
  const { language } = matter;
  const { service, id } = plan.book;
  const comparisons = comparisonsIn(plan);
  const channels = CHANNELS.filter((channel) => plan.channels[channel].offered);
  const asked = channels.map((channel) => {
    const facts = askedFacts(plan, channel, (fact) => isTellable(fact, comparisons.get(fact.id) ?? []));
    return { channel, facts, needs: needSchema(plan, channel, facts, comparisons, matter) };
  });
  const everywhere = alwaysAsked(asked.map(({ facts: { facts } }) => facts));
  const branches = asked.map(({ channel, facts, needs }) => ({
    channel,
    then: {
      type: "object",
      properties: { facts: factsSchema(facts, everywhere, comparisons, matter) },
      allOf: [needs],
    },
  }));
  const title = {
    title: service?.name[language] ?? Object.values(service?.name ?? {})[0] ?? id,
    ...(service === undefined ? {} : { "x-labels": service.name }),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...title,
    type: "object",
    additionalProperties: false,
    required: ["service", "channel", "submitted", "facts", "documents"],
    properties: {
      ...headFields(id, title, channels, matter),
      facts: alwaysSchema(everywhere, matter),
      documents: {
        ...labelled(matter.words.documents, language),
        type: "array",
        maxItems: 100,
        items: documentSchema(plan.documents, matter),
      },
    },
    allOf: branchesOf(branches),
  };
}

/** What every request says, whatever its service asks: which service, through which channel, and when. */
function headFields(
  id: string,
  title: Schema,
  channels: readonly Channel[],
  { words, patterns, language }: FieldMatter,
): Schema {
  const offered = channels.map((channel) => ({ value: channel, labels: words.channels[channel] }));
  return {
    // By its name where a form is rendered; its id says nothing to those who fill it in.
    service: {
      ...labelled(words.service, language),
      type: "string",
      oneOf: [{ const: id, ...title }],
      default: id,
    },
    channel: {
      ...labelled(words.channel, language),
      type: "string",
      ...choice(offered, language),
      ...(channels.length === 1 ? { default: channels[0] } : {}),
    },
    submitted: {
      ...labelled(words.submitted, language),
      type: "string",
      format: "date-time",
      pattern: patterns.moment,
      maxLength: 40,
    },
  };
}

/** As many as `schemas/request.schema.json` takes. */
const MOST_FACTS = 1000;

/** The facts of a request: those asked for always, and room for those of some cases. */
function alwaysSchema(everywhere: readonly AskedFact[], matter: FieldMatter): Schema {
  const { words, patterns, language } = matter;
  return {
    ...labelled(words.facts, language),
    type: "object",
    maxProperties: MOST_FACTS,
    propertyNames: { maxLength: 200 },
    properties: fieldsOf(everywhere, matter),
    required: everywhere.map(({ fact }) => fact.id),
    // An answer that is no longer asked for may stay behind.
    unevaluatedProperties: patterns.factValue,
  };
}

interface Branch {
  readonly channel: Channel;
  readonly then: Schema;
}

/** One `if` for all channels that ask for the same; none where there is only one way to ask. */
function branchesOf(branches: readonly Branch[]): Schema[] {
  const alike = new Map<string, { readonly channels: Channel[]; readonly then: Schema }>();
  for (const { channel, then } of branches) {
    const key = JSON.stringify(then);
    const there = alike.get(key);
    if (there === undefined) alike.set(key, { channels: [channel], then });
    else there.channels.push(channel);
  }
  if (alike.size === 1) return [...alike.values()].map(({ then }) => then);
  return [...alike.values()].map(({ channels, then }) => ({
    if: {
      type: "object",
      properties: { channel: channels.length === 1 ? { const: channels[0] } : { enum: channels } },
      required: ["channel"],
    },
    then,
  }));
}

/** The facts that are asked for always, whatever the channel. */
function alwaysAsked(channels: readonly (readonly AskedFact[])[]): AskedFact[] {
  const [first = [], ...others] = channels.map((facts) => facts.filter(({ when }) => when === "always"));
  return first.filter(({ fact }) => others.every((facts) => facts.some((other) => other.fact === fact)));
}

const fieldsOf = (facts: readonly AskedFact[], matter: FieldMatter): Schema =>
  Object.fromEntries(facts.map(({ fact }) => [fact.id, factSchema(fact, matter)]));

/** What a channel asks for beside what every channel does: always, and in some cases of what was told before. */
function factsSchema(
  asked: Asked,
  everywhere: readonly AskedFact[],
  comparisons: ReadonlyMap<string, readonly FactCondition[]>,
  matter: FieldMatter,
): Schema {
  const own = asked.facts.filter(({ fact }) => !everywhere.some((common) => common.fact === fact));
  const always = own.filter(({ when }) => when === "always");
  const groups = new Map<string, { readonly if: Schema; readonly facts: AskedFact[] }>();
  for (const one of own) {
    if (one.when === "always" || one.when.length === 0) continue;
    const condition = caseSchema(one.when, asked, comparisons);
    const key = JSON.stringify(condition);
    const there = groups.get(key);
    if (there === undefined) groups.set(key, { if: condition, facts: [one] });
    else there.facts.push(one);
  }
  const inCases = [...groups.values()].map((group) => ({
    if: group.if,
    then: { type: "object", ...asking(group.facts, matter) },
  }));
  return { type: "object", ...asking(always, matter), ...(inCases.length === 0 ? {} : { allOf: inCases }) };
}

const asking = (facts: readonly AskedFact[], matter: FieldMatter): Schema =>
  facts.length === 0
    ? {}
    : { properties: fieldsOf(facts, matter), required: facts.map(({ fact }) => fact.id) };
