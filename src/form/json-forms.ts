import type { Schema } from "./class-schema.ts";
import { offered, waysIn, type FieldSchema, type FormSchema, type Needs, type Way } from "./form-parts.ts";

/** A form for JSON Forms: its schema, the layout with the conditions, and the data that it begins with. */
export interface JsonFormsForm {
  readonly schema: Schema;
  readonly uischema: Schema;
  readonly data: Schema;
}

/**
 * A form for JSON Forms, which takes a dot in a name for a step into an object, gives what was chosen from a list as text, shows
 * no object without a layout and looks at no `if`: a fact's dots are colons, "yes" and "no" are the texts `true` and `false`, and what is asked
 * only after some answers stands in the layout's rules.
 */
export const jsonFormsForm = (form: FormSchema): JsonFormsForm => ({
  schema: schemaOf(form),
  uischema: layoutOf(form),
  data: { facts: {}, documents: [] },
});

function schemaOf({ title, properties: { channel, facts, documents } }: FormSchema): Schema {
  const { type, validUntil } = documents.items.properties ?? {};
  return {
    title,
    type: "object",
    // Of the questions none: what is wrong with an answer is shown in place of what helps to give it.
    required: ["channel", "facts", "documents"],
    properties: {
      channel: fieldOf(channel),
      facts: {
        title: facts.title,
        type: "object",
        properties: Object.fromEntries(
          Object.entries(facts.properties).map(([id, question]) => [keyOf(id), fieldOf(question)]),
        ),
      },
      documents: {
        title: documents.title,
        type: "array",
        maxItems: documents.maxItems,
        items: {
          title: documents.items.title,
          type: "object",
          required: ["type"],
          properties: {
            ...(type && { type: fieldOf(type) }),
            ...(validUntil && { validUntil: fieldOf(validUntil) }),
          },
        },
      },
    },
  };
}

const keyOf = (id: string): string => id.replaceAll(".", ":");

function fieldOf(question: FieldSchema): Schema {
  const { title, description, type, format, minimum, maximum, maxLength } = question;
  const said = { title, ...(description !== undefined && { description }) };
  const options = offered(question);
  if (options.length > 0)
    return {
      ...said,
      type: "string",
      oneOf: options.map((option) => ({ const: String(option.const), title: option.title })),
    };
  if (type === "array") return { ...said, type, items: { type: "string" } };
  return {
    ...said,
    type: typeof type === "string" ? type : "string",
    ...(format !== undefined && { format }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

/** The questions one below the other, what is said of documents, and their list. */
function layoutOf(form: FormSchema): Schema {
  const { channel, facts, documents } = form.properties;
  const ways = waysIn(form);
  const control = (scope: string, rest: Schema = {}): Schema => ({
    type: "Control",
    scope: `#/properties/${scope}`,
    options: { showUnfocusedDescription: true },
    ...rest,
  });
  const questions = Object.keys(facts.properties).map((id) => {
    const cases = ways.flatMap(({ if: on, way }) => whenAsked(way, id).map((when) => both(on, when)));
    return control(`facts/properties/${keyOf(id)}`, facts.required.includes(id) ? {} : shownIn(cases));
  });
  const needs = ways.flatMap(({ if: on, way }) =>
    said(way.allOf[0], on === undefined ? [] : [on]).map(({ text, when }) => ({
      type: "Label",
      text,
      ...shownIn([when]),
    })),
  );
  return {
    type: "VerticalLayout",
    elements: [
      control("channel", { label: channel.title }),
      { type: "Group", label: facts.title, elements: questions },
      {
        type: "Group",
        label: documents.title,
        elements: [
          ...needs,
          ...(documents.items.properties === undefined
            ? []
            : [control("documents", { label: documents.items.title })]),
        ],
      },
    ],
  };
}

/** On what a way to ask comes to a question; nothing at all is "always". */
function whenAsked({ properties: { facts } }: Way, id: string): readonly Schema[] {
  if (facts.required?.includes(id)) return [{}];
  return (facts.allOf ?? [])
    .filter(({ then }) => then.required.includes(id))
    .map((group) => ({ properties: { facts: group.if } }));
}

const both = (on: Schema | undefined, when: Schema): Schema =>
  on === undefined ? when : Object.keys(when).length === 0 ? on : { allOf: [on, when] };

/** What is said of documents, each with all that it depends on. */
function said(
  needs: Needs,
  before: readonly Schema[],
): readonly { readonly text: string; readonly when: Schema }[] {
  if (!("else" in needs)) {
    const { description } = needs.properties.documents;
    return [{ text: description, when: before.length === 0 ? {} : { allOf: before } }];
  }
  return [...said(needs.then, [...before, needs.if]), ...said(needs.else, [...before, { not: needs.if }])];
}

/** A rule by which something is shown in these cases alone; none where it is always shown, or asked for in no case. */
function shownIn(cases: readonly Schema[]): Schema {
  if (cases.length === 0 || cases.some((one) => Object.keys(one).length === 0)) return {};
  const [only] = cases;
  const schema = cases.length === 1 && only !== undefined ? only : { anyOf: cases };
  return { rule: { effect: "SHOW", condition: { scope: "#", schema: renamed(schema) } } };
}

/** A condition over what the form gives: names with colons, and texts for "yes" and "no". */
function renamed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(renamed);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]: [string, unknown]) => [keyword, renamedIn(keyword, value)]),
  );
}

function renamedIn(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case "const":
      return asText(value);
    case "enum":
      return (value as readonly unknown[]).map(asText);
    case "required":
      return (value as readonly string[]).map(keyOf);
    case "properties":
      return Object.fromEntries(
        Object.entries(value as object).map(([id, part]: [string, unknown]) => [keyOf(id), renamed(part)]),
      );
    default:
      return renamed(value);
  }
}

const asText = (value: unknown): unknown => (typeof value === "boolean" ? String(value) : value);
