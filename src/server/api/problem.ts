import type { FastifyReply } from "fastify";
import { NoVersion } from "../../library/no-version.ts";
import { Trouble } from "../../model/trouble.ts";
import { Unkept } from "../../store/unkept.ts";
import type { SchemaFault } from "../../files/validate.ts";

/** An error as RFC 9457 has it, with JSON Pointers to the places. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** The system's name for why the store could not be written (`ENOSPC`). */
  readonly reason?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** What can go wrong, with the status that tells it. */
export const KINDS = {
  "invalid-request": { status: 400, title: "The request does not fit its schema" },
  "not-json": { status: 400, title: "The body is no JSON" },
  "bad-request": { status: 400, title: "The request cannot be read" },
  unauthorized: { status: 401, title: "A bearer token is needed" },
  forbidden: { status: 403, title: "The token is not for this" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "not-at-hand": { status: 404, title: "The rules or calendars at hand do not reach that far" },
  "method-not-allowed": { status: 405, title: "The address does not take this method" },
  timeout: { status: 408, title: "The body did not arrive in time" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The media type is not supported" },
  "cannot-be-judged": { status: 422, title: "The request cannot be judged" },
  "not-kept": { status: 503, title: "The verdict could not be kept, and is withheld" },
  stopping: { status: 503, title: "The server is about to stop" },
  "too-many-requests": { status: 429, title: "Too many requests in this minute" },
  "internal-error": { status: 500, title: "A fault of ours" },
} as const;
export type ProblemKind = keyof typeof KINDS;

export function problem(kind: ProblemKind, detail?: string, errors?: Problem["errors"]): Problem {
  const { status, title } = KINDS[kind];
  return {
    type: `https://tarmaq.example/problems/${kind}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** Something else where lines of JSON are taken. */
export const notLines = problem("unsupported-media-type", "Send application/x-ndjson: one request a line.");

/** A request that its schema refuses. */
export const invalid = (faults: readonly SchemaFault[]): Problem =>
  problem(
    "invalid-request",
    undefined,
    faults.map(({ pointer, message }) => ({ pointer, detail: message })),
  );

/**
 * Anything thrown while a request was worked on. Texts of faults of ours stay inside. Where something is only looked up,
 * a service or version that is not there is an address with nothing at it.
 */
export function problemOf(error: unknown, { isLookUp = false, isDayNamed = false } = {}): Problem {
  if (error instanceof NoVersion) return noVersion(error, isLookUp || isDayNamed);
  if (error instanceof Trouble) {
    const { place, wayOut } = error.at;
    if (isLookUp)
      return problem(
        place?.startsWith("/") === true ? "not-found" : "bad-request",
        `${error.message}. ${wayOut}`,
      );
    const errors = place?.startsWith("/") === true ? [{ pointer: place, detail: error.message }] : undefined;
    return problem("cannot-be-judged", `${error.message}. ${wayOut}`, errors);
  }
  if (error instanceof Unkept)
    return {
      ...problem("not-kept", `${error.message}. Ask again later: /health tells when it can be written.`),
      reason: error.reason,
    };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return problem("too-large");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE")
    return problem(
      "unsupported-media-type",
      "Send application/json, or application/x-ndjson to /check/batch.",
    );
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500) return problem("bad-request");
  return problem("internal-error");
}

/** No version of a service judges on a day: what versions there are, and how to ask for one of them. */
function noVersion({ message, atHand }: NoVersion, isAskedFor: boolean): Problem {
  const detail = `${message}. At hand are: ${atHand}. With ?at=YYYY-MM-DD the version of another day is asked for.`;
  return isAskedFor
    ? problem("not-at-hand", detail)
    : problem("cannot-be-judged", detail, [{ pointer: "/submitted", detail: message }]);
}

/** The media type of a problem. */
export const PROBLEM_TYPE = "application/problem+json";

export function sendProblem(reply: FastifyReply, told: Problem): FastifyReply {
  // Seconds after which it may be worth asking again.
  if (told.status === 503) reply.header("retry-after", "5");
  return reply
    .code(told.status)
    .header("content-type", `${PROBLEM_TYPE}; charset=utf-8`)
    .serializer(JSON.stringify)
    .send(told);
}
