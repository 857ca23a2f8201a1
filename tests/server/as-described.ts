import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { FastifyInstance, InjectOptions } from "fastify";
import { expect } from "vitest";

/** What an OpenAPI document says of one operation, as far as answers are held against it. */
interface Described {
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Answer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: object; readonly responses: Readonly<Record<string, Answer>> };
}

const ANYWHERE = new Set([405]);

/** The document of an app. */
export const documentOf = async (app: FastifyInstance): Promise<Document> =>
  JSON.parse((await app.inject("/openapi.json")).body) as Document;

/** An ajv that knows a document: its schemas are asked for by pointer. */
export function documentAjv(document: Document): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  formats.default(ajv);
  ajv.addSchema(document, "document");
  return ajv;
}

/** An app of which every answer is held against its own document: its status, its media type, and what is in it. */
export async function asDescribed(app: FastifyInstance): Promise<FastifyInstance> {
  const document = await documentOf(app);
  const ajv = documentAjv(document);
  const paths = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+(?:/\\d+)?")}$`),
  }));
  const plain = app.inject.bind(app) as (options: InjectOptions | string) => ReturnType<typeof app.inject>;
  const checked = async (options: InjectOptions | string): Promise<unknown> => {
    const answer = await plain(options);
    const { method = "GET", url = "" } = typeof options === "string" ? { url: options } : options;
    const address = typeof url === "string" ? (url.split("?")[0] ?? "") : "";
    const path = paths.findLast(({ pattern }) => pattern.test(address))?.path;
    const described = path === undefined ? undefined : document.paths[path]?.[method.toLowerCase()];
    if (path !== undefined && described !== undefined && !ANYWHERE.has(answer.statusCode))
      expectDescribed(`#/paths/${pointed(path)}/${method.toLowerCase()}`, described, answer);
    return answer;
  };
  return Object.assign(app, { inject: checked });

  function expectDescribed(
    pointer: string,
    { responses }: Described,
    answer: { statusCode: number; headers: Record<string, unknown>; body: string },
  ): void {
    const there = responses[answer.statusCode];
    const [at, told] =
      there?.$ref === undefined
        ? [`${pointer}/responses/${answer.statusCode}`, there]
        : [there.$ref, document.components.responses[there.$ref.split("/").at(-1) ?? ""]];
    const type = String(answer.headers["content-type"]).split(";")[0] ?? "";
    expect({ pointer, status: answer.statusCode, types: Object.keys(told?.content ?? {}) }).toMatchObject({
      types: [type],
    });
    if (!type.endsWith("json") || type.endsWith("ndjson")) return;
    const validate = ajv.getSchema(`document${at}/content/${pointed(type)}/schema`);
    if (validate === undefined) throw new Error(`${at} has no schema`);
    expect(validate(JSON.parse(answer.body)) === true ? [] : validate.errors, pointer).toEqual([]);
  }
}

const pointed = (key: string): string => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
