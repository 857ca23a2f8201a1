import type { FactCondition } from "../model/condition.ts";
import { CHANNELS, type Channel } from "../model/rule.ts";
import { askedFacts, type Asked, type AskedFact } from "./asked-facts.ts";
import { caseSchema, comparisonsIn, isTellable } from "./case-schema.ts";
import type { Schema } from "./class-schema.ts";
import { ANSWERED, choice, documentSchema, factSchema, labelled, type FieldMatter } from "./form-fields.ts";
import { questionHelps } from "./question-help.ts";
import { needSchema } from "./form-needs.ts";
import type { Fact } from "../compile/fact.ts";
import type { Plan } from "../compile/plan.ts";

/**
 * A JSON Schema 2020-12 for what an applicant tells of a request to one service, made from its rules: the channels it is
 * given through, the facts its rules look at as questions, and the documents it knows. Every question stands among the
 * properties, for the renderers that look nowhere else; which of them must be answered after what was told, and which
 * documents are then needed, stands in `then`. `title` and `description` are in one language, `x-labels` and
 * `x-descriptions` in all three. With `service` and `submitted`, what it passes is a request that `check` reads, and no fact of
 * the applicant is left unknown but those that only an office can look up.
 */
export function requestForm(plan: Plan, matter: FieldMatter): Schema {
  const { language, words } = matter;
  const { service, id } = plan.book;
  const comparisons = comparisonsIn(plan);
  const channels = CHANNELS.filter((channel) => plan.channels[channel].offered);
  const asked = channels.map((channel) => {
    const isTold = (fact: Fact): boolean => isTellable(fact, comparisons.get(fact.id) ?? []);
    const facts = askedFacts(plan, channel, isTold, ({ id }) => words.askedOfOffice.includes(id));
    return { channel, facts, needs: needSchema(plan, channel, facts, comparisons, matter) };
  });
  const everywhere = alwaysAsked(asked.map(({ facts: { facts } }) => facts));
  const branches = asked.map(({ channel, facts, needs }) => ({
    channel,
    then: {
      type: "object",
      properties: { facts: factsSchema(facts, everywhere, comparisons) },
      allOf: [needs],
    },
  }));
  const offered = channels.map((channel) => ({ value: channel, labels: words.channels[channel] }));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: service?.name[language] ?? Object.values(service?.name ?? {})[0] ?? id,
    ...(service === undefined ? {} : { "x-labels": service.name }),
    "x-service": id,
    type: "object",
    additionalProperties: false,
    required: ["channel", "facts", "documents"],
    properties: {
      channel: {
        ...labelled(words.channel, language),
        type: "string",
        ...ANSWERED,
        ...choice(offered, language),
      },
      facts: questions(
        asked.map(({ facts: { facts } }) => facts),
        everywhere,
        plan,
        matter,
      ),
      documents: {
        ...labelled(words.documents, language),
        type: "array",
        maxItems: plan.documents.length === 0 ? 0 : 100,
        items: documentSchema(plan.documents, matter),
      },
    },
    // Whoever sends the answers adds them: nobody is asked for them.
    patternProperties: {
      "^service$": { const: id },
      "^submitted$": { type: "string", pattern: matter.patterns.moment, maxLength: 40 },
    },
    // Not `allOf` beside `properties`: some renderers then show nothing else.
    if: true,
    then: { type: "object", allOf: branchesOf(branches) },
  };
}

/** As many as `schemas/request.schema.json` takes. */
const MOST_FACTS = 1000;

/** That one of a fact's values was chosen, where it has values to choose from. */
const answeredOf = ({ type, few }: Fact): Schema => (type === "boolean" || few !== undefined ? ANSWERED : {});

/** Every question there is on any channel, those that are always asked first. */
function questions(
  channels: readonly (readonly AskedFact[])[],
  everywhere: readonly AskedFact[],
  plan: Plan,
  matter: FieldMatter,
): Schema {
  const { words, patterns, language } = matter;
  const all = new Map<string, Fact>();
  const first = (of: readonly AskedFact[]): readonly AskedFact[] => [
    ...of.filter(({ when }) => when === "always"),
    ...of.filter(({ when }) => when !== "always" && when.length > 0),
  ];
  for (const one of [...everywhere, ...channels.flatMap(first)])
    if (!all.has(one.fact.id)) all.set(one.fact.id, one.fact);
  for (const fact of plan.facts) if (words.askedOfOffice.includes(fact.id)) all.set(fact.id, fact);
  const must = everywhere.map(({ fact }) => fact.id);
  const helps = questionHelps(plan, words);
  return {
    ...labelled(words.facts, language),
    type: "object",
    maxProperties: MOST_FACTS,
    properties: Object.fromEntries(
      [...all.values()].map((fact) => [
        fact.id,
        {
          ...factSchema(
            fact,
            helps(fact.id, { isAlways: must.includes(fact.id) || words.askedOfOffice.includes(fact.id) }),
            matter,
          ),
          ...(must.includes(fact.id) ? answeredOf(fact) : {}),
        },
      ]),
    ),
    required: must,
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

/** What a channel asks for beside what every channel does: always, and in some cases of what was told before. */
function factsSchema(
  asked: Asked,
  everywhere: readonly AskedFact[],
  comparisons: ReadonlyMap<string, readonly FactCondition[]>,
): Schema {
  const asking = (facts: readonly AskedFact[]): Schema => {
    const must = facts.map(({ fact }) => fact.id);
    // Named again for the validators that ask for it where something is required.
    return must.length === 0
      ? {}
      : {
          properties: Object.fromEntries(facts.map(({ fact }) => [fact.id, answeredOf(fact)])),
          required: must,
        };
  };
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
    then: { type: "object", ...asking(group.facts) },
  }));
  return { type: "object", ...asking(always), ...(inCases.length === 0 ? {} : { allOf: inCases }) };
}
