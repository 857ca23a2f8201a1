import type { Schema } from "./class-schema.ts";
import { offered, waysIn, type FieldSchema, type FormSchema, type Needs } from "./form-parts.ts";

/**
 * A form for json-editor, which shows one line for each of the ways in which a schema can be passed and takes the first
 * value there is for an answer: no parts that depend on answers, an empty answer before all others, and no question
 * marked as one that must be answered, since it answers such a one itself. What it gives is, with `service` and `submitted`,
 * a request that `check` reads; what nobody answered is absent from it.
 */
export function jsonEditorForm(form: FormSchema): Schema {
  const { channel, facts, documents } = form.properties;
  const { type, validUntil } = documents.items.properties ?? {};
  return {
    title: form.title,
    type: "object",
    options: PLAIN_OBJECT,
    required: ["channel", "facts", "documents"],
    properties: {
      channel: { ...fieldOf(channel), minLength: 1 },
      facts: {
        title: facts.title,
        type: "object",
        options: PLAIN_OBJECT,
        properties: Object.fromEntries(
          Object.entries(facts.properties).map(([id, question]) => [id, fieldOf(question)]),
        ),
      },
      documents: {
        title: documents.title,
        description: needsOf(form),
        type: "array",
        maxItems: documents.maxItems,
        options: { disable_collapse: true, disable_array_reorder: true },
        items: {
          title: documents.items.title,
          type: "object",
          options: PLAIN_OBJECT,
          required: ["type"],
          properties: {
            ...(type && { type: { ...fieldOf(type), minLength: 1 } }),
            ...(validUntil && { validUntil: fieldOf(validUntil) }),
          },
        },
      },
    },
  };
}

/** No buttons to fold a part away or to edit it as JSON; an answer left empty is none. */
const PLAIN_OBJECT = {
  disable_collapse: true,
  disable_edit_json: true,
  disable_properties: true,
  remove_empty_properties: true,
};

function fieldOf(question: FieldSchema): Schema {
  const { title, description, type, format, pattern, minimum, maximum, maxLength } = question;
  const said = { title, ...(description !== undefined && { description }) };
  const options = offered(question);
  if (options.some((option) => typeof option.const === "boolean"))
    return {
      ...said,
      type: "boolean",
      default: UNTOLD,
      options: { enum_titles: options.map((option) => option.title) },
    };
  if (options.length > 0)
    return {
      ...said,
      type: "string",
      enum: ["", ...options.map((option) => option.const)],
      options: { enum_titles: ["—", ...options.map((option) => option.title)] },
    };
  if (type === "integer" || type === "number")
    return {
      ...said,
      type,
      default: "",
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
    };
  if (type === "array") return { ...said, type, items: { type: "string", title, maxLength: LONGEST_LINE } };
  return {
    ...said,
    type: typeof type === "string" ? type : "string",
    ...(format !== undefined && { format }),
    // An empty answer is none, and breaks nothing.
    ...(pattern !== undefined && { pattern: `^$|${pattern}` }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

/** Without a default it takes "no" and 0 for answers given; its list of "yes" and "no" has an empty line of this name. */
const UNTOLD = "undefined";

const LONGEST_LINE = 10_000;

/** Which documents are needed whatever is answered, and which may be; by the way of applying where ways differ. */
function needsOf(form: FormSchema): string {
  const ways = waysIn(form).map(({ if: on, way }) => ({ on, said: lastOf(way.allOf[0]) }));
  const [first] = ways;
  if (first === undefined || ways.every(({ said }) => said === first.said)) return first?.said ?? "";
  const channels = offered(form.properties.channel);
  return ways
    .map(({ on, said }) => {
      const named = channels.filter((channel) => JSON.stringify(on).includes(`"${String(channel.const)}"`));
      return `${named.map(({ title }) => title).join(", ")} — ${said}`;
    })
    .join(" ");
}

/** What is said where nothing is told yet. */
const lastOf = (needs: Needs): string =>
  "else" in needs ? lastOf(needs.else) : needs.properties.documents.description;
