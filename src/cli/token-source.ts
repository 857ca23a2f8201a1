import { resolve } from "node:path";
import { readTokens, type Scope, type TokenSource } from "../files/read-tokens.ts";
import { Trouble } from "../model/trouble.ts";
import type { Io } from "./command.ts";

/** The variable that says tokens, beside their file or without one: no option, since everybody on the machine sees those. */
const VARIABLE = "TARMAQ_TOKENS";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/**
 * Where the tokens come from of those who may ask a server on this address: its file, and `TARMAQ_TOKENS`. Undefined where
 * nobody is asked for one; throws `Trouble` where other machines can reach the address all the same. A line without scopes
 * is for all that there is, where that is one thing (`unscoped`).
 */
export function tokenSource(
  { host, tokenFile }: { readonly host: string; readonly tokenFile?: string | undefined },
  { env, cwd }: Pick<Io, "env" | "cwd">,
  unscoped: readonly Scope[] | undefined,
): TokenSource | undefined {
  const said = env[VARIABLE]?.trim() ?? "";
  if (tokenFile !== undefined || said !== "") {
    const file = tokenFile === undefined ? undefined : resolve(cwd, tokenFile);
    const source = { file, lines: said === "" ? undefined : said, unscoped };
    // What cannot be read is refused here, before anybody is let in.
    readTokens(source);
    return source;
  }
  if (LOOPBACK.has(host)) return undefined;
  throw new Trouble(`${host} can be reached from other machines`, {
    wayOut: "Listen on 127.0.0.1, or give everybody who may ask a token with --token-file.",
  });
}
