import request from "../../../schemas/request.schema.json" with { type: "json" };
import { day, type Day } from "../../calendar/day.ts";
import { RENDERERS, type Renderer } from "../../form/renderer.ts";
import type { Language } from "../../model/language.ts";

/** The parameters in a query: no others are taken, so that a slip of the pen is not passed over. */
export const parameters = <Properties extends object>(properties: Properties) =>
  ({ type: "object", additionalProperties: false, properties }) as const;

export const NO_PARAMETERS = parameters({});

const LANGUAGES = ["kk", "ru", "en"];

export const LANGUAGE_PARAMETERS = {
  language: { description: "Language of sentences; `en` where it is not told.", enum: LANGUAGES },
  lang: { description: "The same as `language`, which goes before it.", enum: LANGUAGES, deprecated: true },
} as const;

export const AT_PARAMETER = {
  description: "Day by whose version of the rules is answered, 2025-03-17.",
  type: "string",
  pattern: request.properties.documents.items.properties.validUntil.pattern,
} as const;

export const RENDERER_PARAMETER = {
  description:
    "Who shows the form: `json-schema` for renderers that read JSON Schema 2020-12 whole, where it is not told; `json-forms` or `json-editor`.",
  enum: RENDERERS,
} as const;

/** A query that these have passed. */
export interface Query {
  readonly language?: Language;
  readonly lang?: Language;
  readonly at?: string;
  readonly renderer?: Renderer;
}

export const languageIn = ({ language, lang }: Query): Language => language ?? lang ?? "en";

/** The day that is named by `at`. */
export const dayIn = ({ at }: Query): Day | undefined => (at === undefined ? undefined : day(at));
