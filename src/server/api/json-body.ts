import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";
import { doubledIn, membersOf } from "../../model/strict-json.ts";
import { jsonShape, type JsonShape } from "./json-shape.ts";
import { notLines, problem, type Problem } from "./problem.ts";

const DEEPEST = 32;
/** More than a request can have by its schema, but for lists of texts: so few are read, held and hashed within milliseconds. */
const MOST_OPENED = 10_000;
const MOST_MEMBERS = 10_000;
const MOST_VALUES = 30_000;

/** A body that cannot be read, with the problem to answer with. */
export class UnreadableBody extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/**
 * A JSON value out of bytes from outside. Throws UnreadableBody for anything else, for bytes that are no UTF-8, for a key that is there twice
 * (two readers of it would judge two requests), and for more levels or values than any request has.
 */
export function parseBody(bytes: Uint8Array, deepest = DEEPEST): unknown {
  if (!isUtf8(bytes)) throw unreadable("bad-request", "It is no text in UTF-8.");
  const shape = jsonShape(bytes);
  refuseShape(shape, deepest);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const value = parsed(text);
  if (shape.members > 1 && membersOf(value) < shape.members) {
    const { place } = doubledIn(text);
    throw unreadable("bad-request", "A key is there twice.", [{ pointer: place, detail: "is there twice" }]);
  }
  return value;
}

function refuseShape({ depth, opened, members, values }: JsonShape, deepest: number): void {
  if (depth > deepest)
    throw unreadable("bad-request", `JSON nested deeper than ${deepest} levels is not read.`);
  if (opened > MOST_OPENED || members > MOST_MEMBERS || values > MOST_VALUES)
    throw unreadable(
      "too-large",
      `JSON of more than ${MOST_MEMBERS} objects or keys, or of more than ${MOST_VALUES} values, is not read.`,
    );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadable("not-json");
  }
}

const unreadable = (...told: Parameters<typeof problem>): UnreadableBody =>
  new UnreadableBody(problem(...told));

/** Reads `application/json` bodies with our limits, and hands NDJSON on as a stream. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    try {
      refuseCodings(request.headers["content-encoding"]);
      if (request.routeOptions.config.takesLines === true) throw new UnreadableBody(notLines);
      done(null, parseBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser("application/x-ndjson", (request, payload, done) => {
    try {
      refuseCodings(request.headers["content-encoding"]);
      done(null, payload);
    } catch (error) {
      done(error as Error);
    }
  });
}

/** A compressed body would be read as it is: better said than taken for broken JSON. */
export function refuseCodings(coding: string | undefined): void {
  if (coding !== undefined && coding !== "identity")
    throw new UnreadableBody(
      problem("unsupported-media-type", "Bodies are read as they are: without Content-Encoding."),
    );
}
