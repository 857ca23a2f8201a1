import { readBytes, type Limit } from "./read-bytes.ts";
import { Trouble } from "../model/trouble.ts";

/** Who may ask, and what they show for it. */
export interface NamedToken {
  readonly name: string;
  readonly token: string;
}

const SHORTEST = 16;
const LIMIT: Limit = { megabytes: 1, wayOut: "Write one reviewer a line." };

/** The names and tokens of a file, `name token` a line. Throws `Trouble` that names the line; no token is ever shown. */
export function readTokens(file: string): readonly NamedToken[] {
  const tokens = readBytes(file, LIMIT)
    .toString("utf8")
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"))
    .map(({ line, number }) => tokenIn(line, number, file));
  for (const field of ["name", "token"] as const)
    if (new Set(tokens.map((one) => one[field])).size < tokens.length)
      throw new Trouble(`has the same ${field} twice`, {
        file,
        wayOut: "Give each reviewer a name and a token of their own.",
      });
  if (tokens.length === 0)
    throw new Trouble("names no reviewer", { file, wayOut: "Write one reviewer a line." });
  return tokens;
}

function tokenIn(line: string, number: number, file: string): NamedToken {
  const at = line.search(/\s\S+$/u);
  const token = line.slice(at + 1);
  if (at <= 0 || token.length < SHORTEST)
    throw new Trouble(`is no name and token of at least ${SHORTEST} characters`, {
      file,
      place: `line ${number}`,
      wayOut: "Write one reviewer a line: a name, white space, a token.",
    });
  return { name: line.slice(0, at).trim(), token };
}
