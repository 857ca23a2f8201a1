/** A question in a form's JSON Schema, as far as a page shows it. */
export interface FieldSchema {
  readonly title: string;
  readonly description?: string;
  readonly type: string | readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The first is no answer. */
  readonly oneOf?: readonly { readonly const: string | boolean; readonly title: string }[];
}

/** The form of a service, as `requestForm` makes it. */
export interface FormSchema {
  readonly title: string;
  readonly properties: {
    readonly channel: FieldSchema;
    readonly facts: { readonly properties: Readonly<Record<string, FieldSchema>> };
    readonly documents: {
      readonly items: {
        readonly properties?: { readonly type: FieldSchema; readonly validUntil?: FieldSchema };
      };
    };
  };
}

/** The answers that a question offers. */
export const offered = ({
  oneOf,
}: FieldSchema): readonly { readonly const: string | boolean; readonly title: string }[] =>
  (oneOf ?? []).slice(1);
