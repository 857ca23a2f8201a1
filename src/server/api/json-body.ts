import type { FastifyInstance } from "fastify";
import { notLines, problem, type Problem } from "./problem.ts";

const DEEPEST = 32;

/** A body that cannot be read, with the problem to answer with. */
export class UnreadableBody extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** A JSON value out of a text from outside. Throws UnreadableBody for anything else, and where it is nested too deep. */
export function parseBody(text: string): unknown {
  if (opensOften(text, DEEPEST) && isDeeper(text, DEEPEST))
    throw new UnreadableBody(
      problem("bad-request", `JSON nested deeper than ${DEEPEST} levels is not read.`),
    );
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableBody(problem("not-json"));
  }
}

/** Whether there are more opening brackets than that, within strings or not: only then can it be nested deeper. */
function opensOften(text: string, most: number): boolean {
  let left = most;
  for (const bracket of ["{", "["])
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      left -= 1;
      if (left < 0) return true;
    }
  return false;
}

/** Whether brackets outside of strings open more levels than that. Looks at every letter once. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    if (inString) {
      if (letter === BACKSLASH) index += 1;
      else if (letter === QUOTE) inString = false;
    } else if (letter === QUOTE) inString = true;
    else if (letter === OPEN_ARRAY || letter === OPEN_OBJECT) {
      depth += 1;
      if (depth > most) return true;
    } else if (letter === CLOSE_ARRAY || letter === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = Array.from(
  '"\\[]{}',
  (letter) => letter.charCodeAt(0),
);

/** Reads `application/json` bodies with our limits, and hands NDJSON on as a stream. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    try {
      refuseCodings(request.headers["content-encoding"]);
      if (request.routeOptions.config.takesLines === true) throw new UnreadableBody(notLines);
      done(null, parseBody(body as string));
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
function refuseCodings(coding: string | undefined): void {
  if (coding !== undefined && coding !== "identity")
    throw new UnreadableBody(
      problem("unsupported-media-type", "Bodies are read as they are: without Content-Encoding."),
    );
}
