import { SCHEMAS } from "../../files/schemas.ts";

type Json = Readonly<Record<string, unknown>>;

/** Schemas that the API speaks of, and those that these refer to. */
const SPOKEN = [
  "request",
  "verdict",
  "receipt",
  "problem",
  "dueLine",
  "rulebook",
  "rule",
  "source-place",
  "vocabulary",
] as const;

/**
 * The OpenAPI 3.1 document with the schemas of `schemas/` as components. A reference from one schema to another, or
 * into itself, becomes one into the components, so that the document stands alone.
 */
export function openApi(document: object): Json {
  const { components } = document as { components?: Json };
  const schemas = Object.fromEntries(
    SPOKEN.map((key) => {
      const { $id, ...schema } = SCHEMAS[key] as Json & { $id: string };
      const name = schemaName($id) ?? key;
      return [name, rewritten({ ...schema, $schema: undefined }, name)];
    }),
  );
  return { ...document, components: { ...components, schemas } };
}

/** `request` of `https://…/request.schema.json`. */
export const schemaName = (id: unknown): string | undefined =>
  typeof id === "string" ? /(?<![\w-])([\w-]+)\.schema\.json/.exec(id)?.[1] : undefined;

function rewritten(value: unknown, within: string): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, within));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === "$ref" && typeof item === "string"
        ? [key, reference(item, within)]
        : [key, rewritten(item, within)],
    ),
  );
}

function reference(to: string, within: string): string {
  const [file = "", place = ""] = to.split("#");
  return `#/components/schemas/${file === "" ? within : (schemaName(file) ?? file)}${place}`;
}
