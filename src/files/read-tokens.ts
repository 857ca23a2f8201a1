import { isUtf8 } from "node:buffer";
import { readBytes, type Limit } from "./read-bytes.ts";
import { Trouble } from "../model/trouble.ts";

/** What a token is for: asking the API, reviewing at the desk, looking after the server. None includes another. */
export const SCOPES = ["check", "review", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

/** Who may ask, for what, and what they show for it. Of one name there may be several, an old and a new one. */
export interface NamedToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly token: string;
}

/** Where tokens come from. */
export interface TokenSource {
  readonly file?: string | undefined;
  /** Lines as of a file, from the environment; a semicolon ends a line as well. */
  readonly lines?: string | undefined;
  /** What a line says that names no scope; without it, such a line is refused. */
  readonly unscoped?: readonly Scope[] | undefined;
}

const SHORTEST = 16;
const WAY_OUT = "Write one token a line: a name, scope=check, scope=review or scope=admin, a token.";
const LIMIT: Limit = { megabytes: 1, wayOut: WAY_OUT };

/** The tokens of a source, `name scope=check,review token` a line. Throws `Trouble` that names the line; no token is ever shown. */
export function readTokens({ file, lines, unscoped }: TokenSource): readonly NamedToken[] {
  const tokens = [
    ...(file === undefined ? [] : tokensIn(textIn(file), file, unscoped)),
    ...(lines === undefined ? [] : tokensIn(lines.replaceAll(";", "\n"), "TARMAQ_TOKENS", unscoped)),
  ];
  const at = file ?? "TARMAQ_TOKENS";
  if (new Set(tokens.map(({ token }) => token)).size < tokens.length)
    throw new Trouble("has the same token twice", {
      file: at,
      wayOut: "Give everybody a token of their own.",
    });
  if (tokens.length === 0) throw new Trouble("names nobody", { file: at, wayOut: WAY_OUT });
  return tokens;
}

/** The text of a file of tokens. Throws `Trouble` that names the first line that is none. */
function textIn(file: string): string {
  const bytes = readBytes(file, LIMIT);
  if (isUtf8(bytes)) return bytes.toString("utf8");
  const lines = bytes.toString("latin1").split("\n");
  const wrong = lines.findIndex((line) => !isUtf8(Buffer.from(line, "latin1")));
  throw new Trouble("is no text in UTF-8", {
    file,
    place: `line ${wrong + 1}`,
    wayOut: "Save the file as UTF-8.",
  });
}

const tokensIn = (text: string, file: string, unscoped: TokenSource["unscoped"]): readonly NamedToken[] =>
  text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), place: `line ${index + 1}` }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"))
    .map(({ line, place }) => tokenIn(line, { file, place, wayOut: WAY_OUT }, unscoped));

function tokenIn(line: string, at: Trouble["at"], unscoped: TokenSource["unscoped"]): NamedToken {
  const words = line.split(/\s+/u);
  const token = words.pop() ?? "";
  const said = words.at(-1)?.startsWith("scope=") === true ? words.pop()?.slice("scope=".length) : undefined;
  const name = words.join(" ");
  if (words.some((word) => word.startsWith("scope=")))
    throw new Trouble("says twice what the token is for", at);
  if (name === "" || token.length < SHORTEST)
    throw new Trouble(`is no name and token of at least ${SHORTEST} characters`, at);
  const scopes = said === undefined ? unscoped : scopesIn(said, at);
  if (scopes === undefined) throw new Trouble("does not say what the token is for", at);
  return { name, scopes, token };
}

function scopesIn(said: string, at: Trouble["at"]): readonly Scope[] {
  const names = said.split(",");
  const scopes = SCOPES.filter((scope) => names.includes(scope));
  if (scopes.length === 0 || scopes.length < names.length)
    throw new Trouble(`names another scope than ${SCOPES.join(", ")}`, at);
  return scopes;
}
