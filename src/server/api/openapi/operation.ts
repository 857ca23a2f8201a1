import type { ProblemKind } from "../problem.ts";

export type Json = Readonly<Record<string, unknown>>;

/** What goes in a body or an answer, by media type: its JSON Schema, which may refer to those of `schemas/`. */
export type Content = Readonly<Record<string, Json>>;

/** What a route says of itself in the OpenAPI document, beside its parameters and the schema of its body. */
export interface Operation {
  /** What generated clients call it. */
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  /** The body, where no schema of the route tells it. */
  readonly takes?: Content;
  readonly gives: Content;
  /** Answers with other statuses that are no problems. */
  readonly also?: Readonly<Record<number, Content>>;
  /** Kinds of problems that it answers with beside those of every route. */
  readonly refuses?: readonly ProblemKind[];
}

/** Groups of operations. */
export const TAGS = {
  requests: "Judging requests to public services.",
  services: "What services there are, and what each asks of an applicant.",
  terms: "When terms end.",
  rules: "The law as data.",
  server: "The server itself.",
} as const;
type Tag = keyof typeof TAGS;

/** A reference to one of `schemas/`, by its file's name. */
export const schemaRef = (name: string): Json => ({
  $ref: `https://tarmaq.example/schemas/${name}.schema.json`,
});

/** An answer in JSON. */
export const inJson = (schema: Json): Content => ({ "application/json": schema });

declare module "fastify" {
  interface FastifyContextConfig {
    readonly operation?: Operation;
    /** Another way to write the address of an operation, which the document has once. */
    readonly isAlias?: true;
  }
}
