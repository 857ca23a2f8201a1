import type { Schema } from "./class-schema.ts";

/** A question in a form's JSON Schema, as far as those who show one look at it. */
export interface FieldSchema {
  readonly title: string;
  readonly description?: string;
  readonly type: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  /** The first is no answer. */
  readonly oneOf?: readonly Option[];
}

/** An answer to choose. */
export interface Option {
  readonly const: string | boolean;
  readonly title: string;
}

/** The form of a service, as `requestForm` makes it. */
export interface FormSchema {
  readonly title: string;
  readonly properties: {
    readonly channel: FieldSchema;
    readonly facts: {
      readonly title: string;
      readonly properties: Readonly<Record<string, FieldSchema>>;
      readonly required: readonly string[];
    };
    readonly documents: {
      readonly title: string;
      readonly maxItems: number;
      readonly items: {
        readonly title: string;
        readonly properties?: { readonly type: FieldSchema; readonly validUntil?: FieldSchema };
      };
    };
  };
  readonly then: { readonly allOf: readonly (Channels | Way)[] };
}

/** What some channels ask for. */
export interface Channels {
  readonly if: Schema;
  readonly then: Way;
}

/** What is asked for on a channel beside what every channel asks, and which documents it needs. */
export interface Way {
  readonly properties: {
    readonly facts: {
      readonly required?: readonly string[];
      readonly allOf?: readonly {
        readonly if: Schema;
        readonly then: { readonly required: readonly string[] };
      }[];
    };
  };
  readonly allOf: readonly [Needs];
}

/** What is said of the documents: at once, or as the answers are. */
export type Needs = NeedsSaid | { readonly if: Schema; readonly then: NeedsSaid; readonly else: Needs };

export interface NeedsSaid {
  readonly properties: { readonly documents: { readonly description: string } };
}

/** The ways to ask, each with the condition on the channel; none where every channel asks alike. */
export const waysIn = ({
  then,
}: FormSchema): readonly { readonly if: Schema | undefined; readonly way: Way }[] =>
  then.allOf.map((one) => ("then" in one ? { if: one.if, way: one.then } : { if: undefined, way: one }));

/** The answers that a question offers. */
export const offered = ({ oneOf }: FieldSchema): readonly Option[] => (oneOf ?? []).slice(1);
