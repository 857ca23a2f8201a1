import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The answer changes with the rules alone: it has an ETag and is sent packed. */
    readonly isUnchanging?: boolean;
  }
}

type Coding = "br" | "gzip";

/** Below this, in bytes, packing saves nothing. */
const SMALLEST = 1024;
const MOST_KEPT = 300;
/** Of brotli: nearly as small as the best, in a tenth of the time. */
const QUALITY = 9;

const packed: Readonly<Record<Coding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/**
 * Gives answers that change with the rules alone an ETag, answers 304 to whoever has them, and sends them packed as the
 * client takes them. Each is packed once; answers that differ from request to request are sent as they are, for packing
 * would tell by their length what stands in them.
 */
export function tellUnchanging(app: FastifyInstance): void {
  const kept = new Map<string, Promise<Buffer>>();
  const packedOnce = (key: string, bytes: Buffer, coding: Coding): Promise<Buffer> => {
    const there = kept.get(key);
    if (there !== undefined) return there;
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const made = packed[coding](bytes);
    kept.set(key, made);
    return made;
  };
  app.addHook("onSend", async (request, reply, payload: unknown) => {
    if (request.routeOptions.config.isUnchanging !== true || reply.statusCode !== 200) return payload;
    if (typeof payload !== "string") return payload;
    const hash = createHash("sha256").update(payload).digest("base64url").slice(0, 27);
    const coding = payload.length < SMALLEST ? undefined : codingFor(request);
    // What is packed otherwise is another representation, with a tag of its own.
    const tag = coding === undefined ? `"${hash}"` : `"${hash}-${coding}"`;
    void reply.headers({ etag: tag, "cache-control": "no-cache", vary: varying(reply) });
    if (isHeld(request, hash)) {
      void reply.code(304).removeHeader("content-type").removeHeader("content-length");
      return null;
    }
    if (coding === undefined) return payload;
    void reply.header("content-encoding", coding).removeHeader("content-length");
    return packedOnce(tag, Buffer.from(payload), coding);
  });
}

const varying = (reply: FastifyReply): string =>
  ["accept-encoding", reply.getHeader("vary")].filter((part) => part !== undefined).join(", ");

/** Whether the client has the answer already, packed or not. */
function isHeld(request: FastifyRequest, hash: string): boolean {
  const tags = (request.headers["if-none-match"] ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.some((tag) => tag === "*" || tag.replace(/(?:-(?:br|gzip))?"$/, '"') === `"${hash}"`);
}

/** The better of our codings that a client takes; a part with `q=0` says that it takes none. */
function codingFor({ headers }: FastifyRequest): Coding | undefined {
  const accepted = headers["accept-encoding"];
  const parts = (typeof accepted === "string" ? accepted : "").toLowerCase().split(",");
  const taken = new Set(
    parts.flatMap((part) => {
      const [name = "", ...parameters] = part.split(";").map((one) => one.trim());
      return parameters.some((one) => /^q=0(?:\.0*)?$/.test(one)) ? [] : [name];
    }),
  );
  return (["br", "gzip"] as const).find((coding) => taken.has(coding));
}
