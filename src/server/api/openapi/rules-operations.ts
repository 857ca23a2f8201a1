import { inJson, schemaRef, type Json, type Operation } from "./operation.ts";

const rulebookPart = (name: string): Json => ({
  $ref: `${String(schemaRef("rulebook")["$ref"])}#/properties/${name}`,
});
const unread: Json = { anyOf: [rulebookPart("unread"), { const: "unknown" }] };
const sha256: Json = {
  description: "Of the rulebook's bytes.",
  type: "string",
  pattern: "^[0-9a-f]{64}$",
};

/** A version as lists of them tell it. */
const version: Json = {
  version: rulebookPart("version"),
  inForce: rulebookPart("inForce"),
  sha256,
  unread,
};

export const SERVICES: Operation = {
  id: "getServices",
  tag: "services",
  summary: "The services at hand, with their versions",
  gives: inJson({
    type: "array",
    items: {
      type: "object",
      required: ["id", "versions"],
      properties: {
        id: rulebookPart("id"),
        name: {
          description: "By language.",
          type: "object",
          additionalProperties: { type: "string" },
        },
        act: rulebookPart("act"),
        versions: {
          type: "array",
          items: { type: "object", required: ["sha256", "unread"], properties: version },
        },
      },
    },
  }),
};

export const VOCABULARY: Operation = {
  id: "getVocabulary",
  tag: "rules",
  summary: "What facts and papers are called",
  gives: inJson(schemaRef("vocabulary")),
};

export const FORM: Operation = {
  id: "getForm",
  tag: "services",
  summary: "JSON Schema of a request for the service",
  description:
    "By the version in force today, or on the day `at`; where none is, the answer tells which there are.",
  gives: inJson({
    description:
      "A JSON Schema: of 2020-12, or for json-editor; for `json-forms` an object of its schema, its layout and the data to begin with.",
    anyOf: [
      {
        type: "object",
        required: ["title", "type", "properties"],
        properties: {
          $schema: { type: "string" },
          title: { type: "string" },
          type: { const: "object" },
          properties: { type: "object", additionalProperties: true },
        },
        additionalProperties: true,
      },
      {
        type: "object",
        required: ["schema", "uischema", "data"],
        properties: {
          schema: { type: "object", additionalProperties: true },
          uischema: { type: "object", additionalProperties: true },
          data: { type: "object", additionalProperties: true },
        },
        additionalProperties: false,
      },
    ],
  }),
  refuses: ["not-found", "not-at-hand"],
};

export const RULEBOOKS: Operation = {
  id: "getRulebooks",
  tag: "rules",
  summary: "The rulebooks at hand",
  gives: inJson({
    type: "array",
    items: {
      type: "object",
      required: ["id", "sha256", "rules", "unread"],
      properties: {
        id: rulebookPart("id"),
        ...version,
        rules: { description: "How many it has.", type: "integer", minimum: 0 },
      },
    },
  }),
};

export const RULEBOOK: Operation = {
  id: "getRulebook",
  tag: "rules",
  summary: "The rulebook of the service",
  description: "The version in force today, failing that the latest; or the one in force on the day `at`.",
  gives: inJson(schemaRef("rulebook")),
  refuses: ["not-found", "not-at-hand"],
};

export const ENGINE_RULES: Operation = {
  id: "getEngineRules",
  tag: "rules",
  summary: "The service's judging rules for plain json-rules-engine",
  gives: inJson({
    type: "array",
    items: {
      type: "object",
      required: ["name", "conditions", "event"],
      properties: {
        name: { type: "string" },
        conditions: { $ref: `${String(schemaRef("rule")["$ref"])}#/$defs/condition` },
        event: {
          type: "object",
          required: ["type", "params"],
          properties: {
            type: { enum: ["refuse", "incomplete"] },
            params: {
              type: "object",
              required: ["why", "rules", "cite"],
              properties: {
                why: {
                  enum: ["not-eligible", "ground-holds", "channel-not-offered", "documents-missing"],
                },
                rules: { type: "array", items: { type: "string" } },
                cite: { type: "string" },
              },
            },
          },
        },
      },
    },
  }),
  refuses: ["not-found", "not-at-hand"],
};
