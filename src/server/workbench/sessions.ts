import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { LiveTokens } from "../../files/live-tokens.ts";
import type { TokenSource } from "../../files/read-tokens.ts";
import { HOUR_MS } from "../../model/time-units.ts";

/** Who may use the workbench: one person on this machine, or the holders of named tokens that are for reviewing. */
export type Reviewers =
  | { readonly is: "local"; readonly name: string }
  | { readonly is: "named"; readonly tokens: TokenSource; readonly sessionHours?: number | undefined };

const COOKIE = "tarmaq-session";
const MOST_SESSIONS = 1000;
const SESSION_HOURS = 12;
/** A session that nobody uses ends earlier. */
const IDLE_MS = 2 * HOUR_MS;

interface Session {
  readonly name: string;
  /** Of the token: once it is no longer held, its sessions end. */
  readonly print: string;
  readonly until: number;
  seen: number;
}

/**
 * Sessions of browsers, in memory: a restart asks for the token again and loses no decision. Each session has its own
 * token against forged requests, which every change must bring along.
 */
export class Sessions {
  readonly #secret = randomBytes(32);
  readonly #sessions = new Map<string, Session>();
  readonly #tokens: LiveTokens | undefined;

  constructor(
    private readonly reviewers: Reviewers,
    private readonly now: () => number,
  ) {
    if (reviewers.is === "named") this.#tokens = new LiveTokens(reviewers.tokens, now);
  }

  /** The session of a request, or a new one; `setCookie` is then to be sent. */
  of(request: FastifyRequest, isSecure: boolean): { readonly id: string; readonly setCookie?: string } {
    const id = cookies(request)[COOKIE];
    return id !== undefined && /^[\w-]{43}$/u.test(id) ? { id } : started(isSecure);
  }

  /** The reviewer's name; absent before signing in, and once the session or its token has ended. */
  reviewer(id: string): string | undefined {
    if (this.reviewers.is === "local") return this.reviewers.name;
    const session = this.#sessions.get(id);
    if (session === undefined) return undefined;
    const now = this.now();
    const hasEnded = now >= session.until || now - session.seen >= IDLE_MS;
    if (hasEnded || this.#tokens?.holds(session.print, "review") !== true) {
      this.#sessions.delete(id);
      return undefined;
    }
    session.seen = now;
    return session.name;
  }

  /** Whether whoever reviews sits at this machine. */
  isLocal(): boolean {
    return this.reviewers.is === "local";
  }

  /** The names of those who may review. */
  names(): readonly string[] {
    return this.reviewers.is === "local" ? [this.reviewers.name] : (this.#tokens?.names("review") ?? []);
  }

  /** Signs a reviewer in by token: a new session, so that one known before is worth nothing. */
  signIn(token: string, isSecure: boolean): { readonly setCookie: string } | "wrong" | "not-for-this" {
    const holder = this.#tokens?.holder(token);
    if (holder === undefined || this.reviewers.is === "local") return "wrong";
    if (!holder.scopes.includes("review")) return "not-for-this";
    const { id, setCookie } = started(isSecure);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size >= MOST_SESSIONS && oldest !== undefined) this.#sessions.delete(oldest);
    const now = this.now();
    const until = now + (this.reviewers.sessionHours ?? SESSION_HOURS) * HOUR_MS;
    this.#sessions.set(id, { name: holder.name, print: holder.print, until, seen: now });
    return { setCookie };
  }

  /** Ends a session; gives the cookie that has the browser forget it. */
  signOut(id: string, isSecure: boolean): string {
    this.#sessions.delete(id);
    return `${cookie("", isSecure)}; Max-Age=0`;
  }

  /** What a change made in this session has to bring along. */
  token(session: string): string {
    return createHmac("sha256", this.#secret).update(session).digest("base64url");
  }

  isToken(session: string, token: unknown): boolean {
    return typeof token === "string" && sameSecret(this.token(session), token);
  }
}

function started(isSecure: boolean): { id: string; setCookie: string } {
  const id = randomBytes(32).toString("base64url");
  return { id, setCookie: cookie(id, isSecure) };
}

/** Where the page came by TLS, the browser never sends the cookie without it. */
const cookie = (id: string, isSecure: boolean): string =>
  `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;

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

/**
 * True where the request is addressed to this machine by a name of its own, and comes from it: a foreign name that leads here is refused, and
 * so is what a proxy passes on, which may have put a name of this machine in the place of its own.
 */
export function isOwnHost(request: FastifyRequest, reviewers: Reviewers): boolean {
  if (reviewers.is === "named") return true;
  const name = (request.headers.host ?? "").replace(/:\d+$/u, "");
  return LOOPBACK.has(name) && !isPassedOn(request);
}

/** Headers that proxies add, by name or by how it begins. */
const OF_PROXIES =
  /^(?:forwarded|via|x-forwarded|x-real-ip|x-original-|x-client-ip|x-cluster-client-ip|true-client-ip|cf-|x-envoy-|x-amzn-|fastly-|x-appengine-|x-azure-|x-arr-|front-end-https|proxy-)/u;

/** Whether a proxy says that it passes a request on. No browser speaks HTTP/1.0, which is what a proxy speaks that says nothing. */
export const isPassedOn = ({ headers, raw }: Pick<FastifyRequest, "headers" | "raw">): boolean =>
  raw.httpVersion === "1.0" || Object.keys(headers).some((name) => OF_PROXIES.test(name));

/** True where a change comes from a page of this server. */
export function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (origin === undefined) return site === "same-origin";
  return origin === `http://${host ?? ""}` || origin === `https://${host ?? ""}`;
}
