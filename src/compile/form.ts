import { CHANNELS, type Channel } from "../model/rule.ts";
import type { Labels, Language } from "../model/verdict.ts";
import type { Vocabulary } from "../rulebook/vocabulary.ts";
import type { Fact } from "./fact.ts";
import type { Plan } from "./plan.ts";

/** Words of a form that no vocabulary holds: its own fields, and the channels. */
export interface FormWords {
  readonly channel: Labels;
  readonly submitted: Labels;
  readonly facts: Labels;
  readonly documents: Labels;
  readonly document: Labels;
  readonly validUntil: Labels;
  readonly channels: Readonly<Record<Channel, Labels>>;
}

/** Patterns of `schemas/request.schema.json` that a form keeps to. */
export interface FormPatterns {
  readonly moment: string;
  readonly date: string;
}

type Schema = Readonly<Record<string, unknown>>;

/**
 * A JSON Schema 2020-12 for a request to one service, made from its rules: the channels it is given through, the facts
 * its rules look at, each asked for where the chosen channel needs it, and the documents it knows. `title` is in one
 * language, `x-labels` has all three. What it passes, `check` reads, and no fact of the applicant is left unknown.
 */
export function requestForm(
  plan: Plan,
  vocabulary: Vocabulary,
  words: FormWords,
  patterns: FormPatterns,
  language: Language,
): Schema {
  const channels = CHANNELS.filter((channel) => plan.channels[channel].offered);
  const labelled = (labels: Labels): Schema => ({ title: labels[language], "x-labels": labels });
  const { service, id } = plan.book;
  const asked = channels.map((channel) => ({ channel, facts: toldFacts(plan, channel) }));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: service?.name[language] ?? service?.name["kk"] ?? id,
    ...(service === undefined ? {} : { "x-labels": service.name }),
    type: "object",
    additionalProperties: false,
    required: ["service", "channel", "submitted", "facts", "documents"],
    properties: {
      service: { const: id },
      channel: {
        ...labelled(words.channel),
        type: "string",
        oneOf: channels.map((channel) => ({ const: channel, ...labelled(words.channels[channel]) })),
      },
      submitted: { ...labelled(words.submitted), type: "string", pattern: patterns.moment, maxLength: 40 },
      facts: {
        ...labelled(words.facts),
        type: "object",
        properties: Object.fromEntries(
          asked
            .reduce<Fact[]>(
              (common, { facts }) => common.filter((fact) => facts.includes(fact)),
              [...plan.facts],
            )
            .map((fact) => [fact.id, factSchema(fact, vocabulary, labelled, patterns)]),
        ),
      },
      documents: {
        ...labelled(words.documents),
        type: "array",
        maxItems: 100,
        items:
          plan.documents.length === 0
            ? false
            : { oneOf: plan.documents.map((document) => documentSchema(document)) },
      },
    },
    allOf: asked.map(({ channel, facts }) => ({
      if: { type: "object", properties: { channel: { const: channel } }, required: ["channel"] },
      then: {
        type: "object",
        properties: {
          facts: {
            type: "object",
            properties: Object.fromEntries(
              facts.map((fact) => [fact.id, factSchema(fact, vocabulary, labelled, patterns)]),
            ),
            required: facts.map((fact) => fact.id),
          },
        },
      },
    })),
  };

  function documentSchema({ id: type, expires }: Plan["documents"][number]): Schema {
    const labels = vocabulary.documents.find((entry) => entry.id === type)?.labels ?? {
      kk: type,
      ru: type,
      en: type,
    };
    return {
      ...labelled(labels),
      type: "object",
      additionalProperties: false,
      required: expires ? ["type", "validUntil"] : ["type"],
      properties: {
        type: { ...labelled(words.document), const: type },
        validUntil: { ...labelled(words.validUntil), type: "string", pattern: patterns.date },
      },
    };
  }
}

/** The facts that a channel's rules look at and an applicant can tell: no findings, nor the channel itself. */
const toldFacts = (plan: Plan, channel: Channel): Fact[] =>
  plan.channels[channel].facts.flatMap((slot) => {
    const fact = plan.facts[slot];
    return fact === undefined || fact.finding || fact.id === "channel" ? [] : [fact];
  });

function factSchema(
  { id, type }: Fact,
  vocabulary: Vocabulary,
  labelled: (labels: Labels) => Schema,
  patterns: FormPatterns,
): Schema {
  const entry = vocabulary.facts.find((fact) => fact.id === id);
  const words = labelled(entry?.labels ?? { kk: id, ru: id, en: id });
  const bounds = {
    ...(entry?.minimum === undefined ? {} : { minimum: entry.minimum }),
    ...(entry?.maximum === undefined ? {} : { maximum: entry.maximum }),
  };
  switch (type) {
    case "boolean":
      return { ...words, type: "boolean" };
    case "integer":
    case "number":
      return { ...words, type, ...bounds };
    case "date":
      return { ...words, type: "string", pattern: patterns.date };
    case "list":
      return { ...words, type: "array", maxItems: 1000, items: { type: "string", maxLength: 10_000 } };
    case "string":
      if (entry?.values === undefined) return { ...words, type: "string", maxLength: 10_000 };
      return {
        ...words,
        type: "string",
        oneOf: entry.values.map(({ value, labels }) => ({ const: value, ...labelled(labels) })),
      };
    case "any":
      return { ...words, type: ["string", "number", "boolean"], maxLength: 10_000 };
  }
}
