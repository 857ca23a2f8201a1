import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** A JSON Schema as the forms have it. */
export interface FormSchema {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FormSchema | boolean>>;
  readonly required?: readonly string[];
  readonly items?: FormSchema;
  readonly maxItems?: number;
  readonly oneOf?: readonly FormSchema[];
  readonly allOf?: readonly FormSchema[];
  readonly if?: FormSchema | true;
  readonly then?: FormSchema;
  readonly else?: FormSchema;
  readonly "x-service"?: string;
  readonly "x-needed"?: readonly (readonly string[])[];
}

/** An ajv that is strict, and knows the formats and our annotations. */
export function strictAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    keywords: ["x-labels", "x-descriptions", "x-needed", "x-service", "x-asked-of"],
  });
  formats.default(ajv);
  return ajv;
}

type Data = Record<string, unknown>;

/** What a form renderer makes of a schema: the fields to be shown for the answers so far. */
export class Rendering {
  readonly #ajv = strictAjv();
  readonly #conditions = new Map<FormSchema, ValidateFunction>();

  /** The schemas that apply to an object, those of `allOf` and of the branches that are open among them. */
  applying(schemas: readonly FormSchema[], data: unknown): FormSchema[] {
    return schemas.flatMap((schema) => {
      const branch =
        schema.if === undefined ? undefined : this.#holds(schema.if, data) ? schema.then : schema.else;
      const parts = [...(schema.allOf ?? []), ...(branch === undefined ? [] : [branch])];
      return [schema, ...this.applying(parts, data)];
    });
  }

  /** The fields of an object, in the order in which they are shown, each with the schemas that apply to it. */
  fields(schemas: readonly FormSchema[], data: unknown): ReadonlyMap<string, readonly FormSchema[]> {
    const fields = new Map<string, FormSchema[]>();
    for (const { properties } of this.applying(schemas, data))
      for (const [key, schema] of Object.entries(properties ?? {}))
        if (typeof schema === "object") fields.set(key, [...(fields.get(key) ?? []), schema]);
    return fields;
  }

  required(schemas: readonly FormSchema[], data: unknown): string[] {
    return this.applying(schemas, data).flatMap(({ required }) => required ?? []);
  }

  #holds(condition: FormSchema | true, data: unknown): boolean {
    if (condition === true) return true;
    const there = this.#conditions.get(condition) ?? this.#ajv.compile(condition);
    this.#conditions.set(condition, there);
    return there(data);
  }
}

/** Numbers and words that a schema compares with: where values matter, they are near to these. */
function constantsIn(schema: unknown, into: Set<string | number> = new Set()): Set<string | number> {
  if (typeof schema === "number" || typeof schema === "string") into.add(schema);
  else if (typeof schema === "object" && schema !== null)
    for (const [key, part] of Object.entries(schema)) if (!key.startsWith("x-")) constantsIn(part, into);
  return into;
}

const TIMES = ["2025-03-17T10:00:00Z", "2016-05-04T09:15:00.000+05:00", "2019-12-31T23:59:59Z"];
const DAYS = ["2030-01-01", "2001-02-28", "2024-02-29"];

/** Fills in a form as a person does: what is asked for, until nothing more is; then it is sent with its service and time. */
export class Filler {
  readonly #numbers: readonly number[];
  readonly #words: readonly string[];

  constructor(
    readonly form: FormSchema,
    readonly rendering: Rendering,
    readonly random: () => number,
  ) {
    const constants = [...constantsIn(form)];
    this.#numbers = constants
      .filter((each) => typeof each === "number")
      .flatMap((at) => [at - 1, at, at + 1]);
    this.#words = constants.filter((each) => typeof each === "string").filter((each) => each.length < 60);
  }

  /** An instance; with `stale` some answers are left from before, when other answers asked for them. */
  fill(stale = false): Data {
    const left = stale ? this.#staleFacts() : {};
    const told = this.#object([this.form], Object.keys(left).length === 0 ? {} : { facts: left });
    return { service: this.form["x-service"], submitted: this.#pick(TIMES), ...told };
  }

  #pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)] as T;
  }

  #object(schemas: readonly FormSchema[], start: Data): Data {
    const data = { ...start };
    const done = new Set<string>();
    for (;;) {
      const fields = this.rendering.fields(schemas, data);
      const key = this.rendering.required(schemas, data).find((name) => !done.has(name));
      if (key === undefined) return data;
      done.add(key);
      const applying = fields.get(key);
      if (applying === undefined) throw new Error(`${key} is required and has no field`);
      data[key] = this.#value(applying, data[key]);
    }
  }

  #value(schemas: readonly FormSchema[], there: unknown): unknown {
    const { oneOf, const: only } = Object.assign({}, ...schemas) as FormSchema;
    if (only !== undefined) return only;
    if (oneOf !== undefined) {
      // The empty one is no answer.
      return this.#pick(oneOf.filter((option) => option.const !== "")).const;
    }
    const [type] = schemas.flatMap((schema) => schema.type ?? []);
    switch (type) {
      case "object":
        return this.#object(schemas, (there ?? {}) as Data);
      case "array":
        return this.#list(schemas);
      case "integer":
      case "number":
        return this.#number(Object.assign({}, ...schemas) as FormSchema);
      default: {
        const { format } = Object.assign({}, ...schemas) as FormSchema;
        return format === "date" ? this.#day() : this.#word();
      }
    }
  }

  #list(schemas: readonly FormSchema[]): unknown[] {
    const items = schemas.find((schema) => schema.items !== undefined)?.items;
    if (items === undefined || schemas.some(({ maxItems }) => maxItems === 0)) return [];
    return Array.from({ length: Math.floor(this.random() * 5) }, () => this.#value([items], undefined));
  }

  #number({ minimum = -1000, maximum = 1000 }: FormSchema): number {
    const near = this.#numbers.filter((at) => Number.isInteger(at) && at >= minimum && at <= maximum);
    if (near.length > 0 && this.random() < 0.9) return this.#pick(near);
    return Math.floor(minimum + this.random() * (maximum - minimum + 1));
  }

  #day = (): string =>
    this.#pick([...DAYS, ...this.#words.filter((word) => /^(?:19|20)\d\d-\d\d-\d\d$/.test(word))]);
  #word = (): string => (this.random() < 0.8 && this.#words.length > 0 ? this.#pick(this.#words) : "∗");

  #staleFacts(): Data {
    const everywhere = factFieldsIn(this.form);
    return Object.fromEntries(
      [...everywhere]
        .filter(() => this.random() < 0.4)
        .map(([key, schema]) => [
          key,
          schema.oneOf !== undefined && this.random() < 0.2 ? "" : this.#value([schema], undefined),
        ]),
    );
  }
}

/** Every fact that a form may ask for, whatever the answers. */
export function factFieldsIn(
  schema: FormSchema,
  isFacts = false,
  found = new Map<string, FormSchema>(),
): Map<string, FormSchema> {
  for (const [key, part] of Object.entries(schema.properties ?? {}))
    if (typeof part === "object") {
      if (isFacts && part.title !== undefined) found.set(key, part);
      if (key === "facts") factFieldsIn(part, true, found);
    }
  for (const part of [...(schema.allOf ?? []), schema.then, schema.else])
    if (part !== undefined) factFieldsIn(part, isFacts, found);
  return found;
}
