import type { WordReader } from "./part.ts";
import type { Segment } from "./segments.ts";
import type { Token } from "./token.ts";

interface Whole {
  readonly old: readonly Token[];
  readonly now: readonly Token[];
  readonly reader: WordReader;
}

/** A segment without the date and number of an act that one side gives and the other, which names it all the same, leaves out. */
export function withoutDatesOfActs({ removed, added }: Segment, { old, now, reader }: Whole): Segment {
  const isNumber = ({ key }: Token): boolean => key.startsWith("#");
  return {
    removed: added.some(isNumber) ? removed : undated(removed, old, reader),
    added: removed.some(isNumber) ? added : undated(added, now, reader),
  };
}

/** Words without the date in them and the number right behind it. */
function undated(tokens: readonly Token[], all: readonly Token[], reader: WordReader): readonly Token[] {
  const { grammar, words } = reader;
  const months = Object.values(grammar.lint.wrongMonths);
  const month = tokens.findIndex(({ key }) => months.includes(key));
  if (words === undefined || month < 0) return tokens;
  const isOfDate = (token: Token | undefined): boolean =>
    token !== undefined &&
    (token.key.startsWith("#") || token.key === grammar.lint.ofYear || (token.small && isYear(token)));
  let [from, to] = [month, month + 1];
  while (isOfDate(tokens[from - 1])) from -= 1;
  while (isOfDate(tokens[to]) || isSuffix(tokens, to)) to += 1;
  const first = all.indexOf(tokens[from] ?? NONE);
  const opened =
    words.ofActs.length === 0 ||
    all.slice(Math.max(0, first - 1), first + 1).some(({ key }) => words.ofActs.includes(key));
  return opened ? [...tokens.slice(0, from), ...tokens.slice(to)] : tokens;
}

/** The word for a year behind its number begins like that for one. */
const isYear = ({ key }: Token): boolean => key.length <= LONGEST_YEAR;
const LONGEST_YEAR = 5;

/** A letter behind a number that belongs to it: `326-I`. */
const isSuffix = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key.length === 1 && (tokens[at - 1]?.key.startsWith("#") ?? false);

const NONE: Token = { key: "", start: 0, end: 0, small: true };
