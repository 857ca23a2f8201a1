import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";

/** Who may use the workbench: one person on this machine, or the holders of named tokens. */
export type Reviewers =
  | { readonly is: "local"; readonly name: string }
  | { readonly is: "named"; readonly tokens: readonly { readonly name: string; readonly token: string }[] };

const COOKIE = "tarmaq-session";
const MOST_SESSIONS = 1000;

/**
 * Sessions of browsers, in memory: a restart asks for the token again and loses no decision. Each session has its own
 * token against forged requests, which every change must bring along.
 */
export class Sessions {
  readonly #secret = randomBytes(32);
  readonly #names = new Map<string, string>();

  constructor(private readonly reviewers: Reviewers) {}

  /** The session of a request, or a new one; `setCookie` is then to be sent. */
  of(request: FastifyRequest): { readonly id: string; readonly setCookie?: string } {
    const id = cookies(request)[COOKIE];
    return id !== undefined && /^[\w-]{43}$/u.test(id) ? { id } : this.#start();
  }

  #start(): { id: string; setCookie: string } {
    const id = randomBytes(32).toString("base64url");
    return { id, setCookie: `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Strict` };
  }

  /** The reviewer's name; absent before signing in. */
  reviewer(session: string): string | undefined {
    return this.reviewers.is === "local" ? this.reviewers.name : this.#names.get(session);
  }

  /** Whether whoever reviews sits at this machine. */
  isLocal(): boolean {
    return this.reviewers.is === "local";
  }

  /** Signs a reviewer in by token: a new session, so that one known before is worth nothing. */
  signIn(token: string): { readonly setCookie: string } | undefined {
    if (this.reviewers.is === "local") return undefined;
    const found = this.reviewers.tokens.filter((one) => sameSecret(one.token, token))[0];
    if (found === undefined) return undefined;
    const { id, setCookie } = this.#start();
    const [oldest] = this.#names.keys();
    if (this.#names.size >= MOST_SESSIONS && oldest !== undefined) this.#names.delete(oldest);
    this.#names.set(id, found.name);
    return { setCookie };
  }

  /** What a change made in this session has to bring along. */
  token(session: string): string {
    return createHmac("sha256", this.#secret).update(session).digest("base64url");
  }

  isToken(session: string, token: unknown): boolean {
    return typeof token === "string" && sameSecret(this.token(session), token);
  }
}

/** Compares without telling by time how much of it is right. */
const sameSecret = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));
const hash = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Cookies of a request; nothing is taken over but plain values. */
export function cookies(request: FastifyRequest): Partial<Record<string, string>> {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
  });
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(pairs));
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True where the request is addressed to this machine by a name of its own: a foreign name that leads here is refused. */
export function isOwnHost(request: FastifyRequest, reviewers: Reviewers): boolean {
  if (reviewers.is === "named") return true;
  const name = (request.headers.host ?? "").replace(/:\d+$/u, "");
  return LOOPBACK.has(name);
}

/** True where a change comes from a page of this server. */
export function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (origin === undefined) return site === "same-origin";
  return origin === `http://${host ?? ""}` || origin === `https://${host ?? ""}`;
}
