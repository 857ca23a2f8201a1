import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";
import { refuseCodings, UnreadableBody } from "../api/json-body.ts";
import { problem } from "../api/problem.ts";

/** What was sent, by the names of fields. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const LARGEST_FORM = 65_536;
/** No service asks so many questions. */
const MOST_FIELDS = 1000;
/** Of papers there may be several. */
export const DOCUMENT = "document";

/** Reads `application/x-www-form-urlencoded` and nothing else, with limits of its own. */
export function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "buffer", bodyLimit: LARGEST_FORM },
    (request, body, done) => {
      try {
        refuseCodings(request.headers["content-encoding"]);
        done(null, fieldsIn(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/**
 * The fields of a form. Throws UnreadableBody for bytes that are no UTF-8, escaped or not, for a field that is there twice (two
 * readers of it would judge two requests), and for more fields than any form has.
 */
function fieldsIn(body: Buffer): Fields {
  if (!isUtf8(body)) throw new UnreadableBody(problem("bad-request", "It is no text in UTF-8."));
  const fields = new Map<string, string[]>();
  const parts = body.toString("utf8").split("&", MOST_FIELDS + 1);
  if (parts.length > MOST_FIELDS)
    throw new UnreadableBody(problem("too-large", `A form of more than ${MOST_FIELDS} fields is not read.`));
  for (const part of parts) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const name = decoded(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? "" : decoded(part.slice(at + 1));
    const there = fields.get(name);
    if (there === undefined) fields.set(name, [value]);
    else if (name === DOCUMENT) there.push(value);
    else throw new UnreadableBody(problem("bad-request", "A field is there twice."));
  }
  return fields;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new UnreadableBody(problem("bad-request", "It is no text in UTF-8."));
  }
}
