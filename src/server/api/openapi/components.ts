import { SCHEMAS } from "../../../files/schemas.ts";
import type { Json } from "./operation.ts";
import { readablePattern } from "./readable-pattern.ts";

/** Another schema in the place of one of `schemas/`, by its file's name: narrower by what is at hand. */
export type Instead = Readonly<Record<string, Json>>;

/**
 * The schemas of `schemas/` that a document refers to, as its components. What is referred to within one of them is a
 * component of its own, for the generators that read no deeper: `rule.schema.json#/$defs/condition` is `RuleCondition`.
 */
export class Components {
  readonly #made = new Map<string, unknown>();

  constructor(private readonly instead: Instead = {}) {}

  /** A value in which every reference leads into the document, and every pattern is one that all readers read. */
  rewritten(value: unknown, within = ""): unknown {
    if (Array.isArray(value)) return value.map((item) => this.rewritten(item, within));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, item]) => !(key === "$defs" || (NAMING.has(key) && typeof item === "string")))
        .map(([key, item]) => {
          if (key === "$ref" && typeof item === "string") return [key, this.#reference(item, within)];
          if (key === "pattern" && typeof item === "string") return [key, readablePattern(item)];
          return [key, this.rewritten(item, within)];
        }),
    );
  }

  /** All that was referred to so far, by name. */
  get schemas(): Json {
    return Object.fromEntries([...this.#made].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #reference(to: string, within: string): string {
    if (to.startsWith(INTO_DOCUMENT)) return to;
    const [address = "", pointer = ""] = to.split("#");
    const file = address === "" ? within : fileOf(address);
    const { schema, place } = schemaAt(this.instead[file] ?? FILES.get(file), pointer);
    const name = nameOf(file, place);
    if (!this.#made.has(name)) {
      this.#made.set(name, undefined);
      this.#made.set(name, this.rewritten(schema, file));
    }
    return `#/components/schemas/${name}`;
  }
}

const INTO_DOCUMENT = "#/components/";

const fileOf = (address: string): string => address.replace(/^.*\//, "").replace(/\.schema\.json$/, "");

const FILES: ReadonlyMap<string, Json> = new Map(
  Object.values(SCHEMAS).map((schema) => [fileOf(schema.$id), schema as Json]),
);

/** What a schema says of itself in its own file, but not in a document. */
const NAMING = new Set(["$id", "$schema"]);

/** The schema at a pointer; one that is but a reference into its own file gives way to what it refers to. */
function schemaAt(
  root: Json | undefined,
  pointer: string,
): { readonly schema: unknown; readonly place: string } {
  const schema = pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, key) => (node as Json | undefined)?.[key], root);
  if (schema === undefined) throw new RangeError(`no schema has ${pointer}`);
  const inner = pointer === "" ? (schema as Json)["$ref"] : undefined;
  return typeof inner === "string" && inner.startsWith("#")
    ? schemaAt(root, inner.slice(1))
    : { schema, place: pointer };
}

/** `RuleCondition` of what `rule` has at `/$defs/condition`; `Rule` of its own whole. */
function nameOf(file: string, place: string): string {
  const last = place.split("/").at(-1) ?? "";
  return pascal(last === file ? file : `${file}-${last}`);
}

const pascal = (name: string): string =>
  name
    .split(/[-_]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
