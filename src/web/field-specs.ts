import schema from "../../schemas/rule.schema.json" with { type: "json" };
import type { Kind } from "../model/rule.ts";

/** How a field of a rule is put before a reviewer. */
export interface FieldSpec {
  readonly name: string;
  readonly type:
    | "number"
    | "enum"
    | "boolean"
    | "text"
    | "long-text"
    | "list"
    | "set"
    | "duration"
    | "break"
    | "condition";
  /** Of an `enum` or `set`: what can be chosen. */
  readonly options?: readonly string[];
  readonly required: boolean;
}

type Node = Readonly<Record<string, unknown>>;
const DEFINITIONS: Readonly<Record<string, Node>> = schema.$defs;

/** The fields of a kind of rule, as `schemas/rule.schema.json` has them: what the schema gains, the form gains. */
export function fieldSpecs(kind: Kind): FieldSpec[] {
  const definition = DEFINITIONS[kind === "channel" ? "channelRule" : kind] ?? {};
  const required = (definition["required"] ?? []) as readonly string[];
  const own = Object.entries((definition["properties"] ?? {}) as Record<string, Node>).map(([name, node]) =>
    spec(name, node, required.includes(name)),
  );
  return [
    ...own,
    { name: "cite", type: "text", required: true },
    { name: "conflictsWith", type: "list", required: false },
    { name: "judges", type: "boolean", required: false },
  ];
}

const BY_REFERENCE: Readonly<Record<string, FieldSpec["type"]>> = {
  amount: "number",
  duration: "duration",
  condition: "condition",
  words: "long-text",
};

function spec(name: string, node: Node, required: boolean): FieldSpec {
  if (name === "break") return { name, type: "break", required };
  const { $ref = "" } = node as { readonly $ref?: string };
  const reference = $ref.replace("#/$defs/", "");
  const known = BY_REFERENCE[reference];
  if (known !== undefined) return { name, type: known, required };
  const { type, enum: options, items, minimum, maximum } = { ...node, ...DEFINITIONS[reference] } as Schema;
  if (options !== undefined) return { name, type: "enum", options: options.map(String), required };
  if (type === "boolean") return { name, type: "boolean", required };
  if (type === "array") {
    const options = optionsOf(items ?? {});
    return options.length === 0 ? { name, type: "list", required } : { name, type: "set", options, required };
  }
  return { name, type: minimum !== undefined && maximum !== undefined ? "number" : "text", required };
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema & { readonly $ref?: string };
  readonly minimum?: number;
  readonly maximum?: number;
}

function optionsOf(items: NonNullable<Schema["items"]>): string[] {
  const resolved: Schema = { ...items, ...DEFINITIONS[(items.$ref ?? "").replace("#/$defs/", "")] };
  if (resolved.enum !== undefined) return resolved.enum.map(String);
  const { minimum = 1, maximum = 0 } = resolved;
  return Array.from({ length: maximum - minimum + 1 }, (_, index) => String(minimum + index));
}
