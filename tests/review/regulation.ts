import { createHash } from "node:crypto";
import type { Candidate, Rule } from "../../src/model/rule.ts";
import type { Passage } from "../../src/model/passage.ts";
import type { Decision } from "../../src/review/decision.ts";
import type { Leaf, Reading } from "../../src/review/reading.ts";
import { decisionFor, type Request } from "../../src/review/request.ts";
import { review } from "../../src/review/review.ts";

/** One provision of a made-up regulation: its path, its words, and the rules that a reader finds in them. */
export interface Provided {
  readonly path: string;
  readonly words: string;
  readonly rules?: readonly (Fields & { readonly quote?: string })[];
}
type Fields = Rule extends infer R
  ? R extends Rule
    ? Omit<R, "id" | "cite" | "path" | "source">
    : never
  : never;

/** A reading of a made-up regulation, laid out with this line width; the layout changes offsets and lines and no words. */
export function readingOf(provided: readonly Provided[], width = 1000): Reading {
  let content = "";
  const leaves: Leaf[] = [];
  const candidates: Candidate[] = [];
  const used = new Map<string, number>();
  for (const { path, words, rules = [] } of provided) {
    const start = content.length;
    const laidOut = wrap(words, width);
    content += `${laidOut}\n`;
    const passage: Passage = {
      text: words,
      runs: [{ at: 0, length: words.length, source: { start, end: start + words.length } }],
    };
    leaves.push({ path, cite: `cite of ${path}`, passage });
    for (const { quote = words, ...fields } of rules) {
      const at = start + words.indexOf(quote);
      const key = `kz-x-1/1/${fields.kind}/${path}`;
      const seen = used.get(key) ?? 0;
      used.set(key, seen + 1);
      candidates.push({
        ...fields,
        id: seen === 0 ? key : `${key}.${String.fromCharCode(97 + seen)}`,
        path,
        cite: `cite of ${path}`,
        service: 1,
        confidence: fields.confidence ?? 0.9,
        source: {
          file: "x.txt",
          sha256: sha(content),
          spans: [{ start: at, end: at + quote.length }],
          lines: [1, 1],
          quote,
        },
      });
    }
  }
  return {
    regulation: "kz-x-1/1",
    file: "x.txt",
    sha256: sha(content),
    candidates,
    ledger: [],
    leaves,
    lineStarts: [0, ...[...content.matchAll(/\n/gu)].map(({ index }) => index + 1)],
  };
}

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Same number of units: blanks become line ends, nothing else. */
function wrap(words: string, width: number): string {
  let column = 0;
  return words.replace(/[\s\S]/gu, (unit) => {
    column += 1;
    if (unit !== " " || column < width) return unit;
    column = 0;
    return "\n";
  });
}

let clock = Date.UTC(2026, 10, 24, 5, 0, 0);

/** Adds what a person asks for to what has been decided; throws where it is refused. */
export function ask(
  decisions: readonly Decision[],
  reading: Reading,
  request: Request,
  by = "Aigul",
): Decision[] {
  clock += 1000;
  const at = new Date(clock).toISOString();
  const made = decisionFor(
    request,
    { review: review(decisions, reading), reading, decisions },
    { by, at, version: "v1" },
  );
  if ("refused" in made) throw new Error(`${made.refused}: ${made.what}`);
  return [...decisions, made];
}
