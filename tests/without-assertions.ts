import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** A pattern that does at least the work of another, and has no look-around, which theory cannot treat. */
export interface WithoutAssertions {
  readonly source: string;
  /** Whether it does the very same work, so that what is found against it holds for the other too. */
  readonly exact: boolean;
}

/** A letter for private use, which no text holds: where a pattern asks for it, that way of matching fails. */
const NEVER = "\\uE000";

/** Where in a match an element stands: whether nothing comes before it, and nothing after it. */
interface At {
  readonly head: boolean;
  readonly tail: boolean;
}

const INSIDE: At = { head: false, tail: false };

/**
 * Writes a pattern without its look-arounds, such that a text on which the pattern takes more than linear time costs
 * the result as much: undefined where that cannot be done.
 *
 * A look-ahead at the very end becomes what it looks for, a look-behind at the very beginning what it wants before: the
 * search then starts and ends a few letters off, and does the same. `(?!C)` is one letter that is not C, or the end. Any
 * other look-around is taken to hold everywhere, and the whole to fail in the end, so that every way of matching is gone.
 */
export function withoutAssertions(source: string, flags: string): WithoutAssertions | undefined {
  const parsed = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes("u") });
  const writer = new Writer(flags.includes("m"));
  const written = writer.alternatives(parsed.alternatives, { head: true, tail: true });
  if (writer.hopeless) return undefined;
  return writer.exact ? { source: written, exact: true } : { source: `(?:${written})${NEVER}`, exact: false };
}

class Writer {
  exact = true;
  hopeless = false;

  constructor(private readonly multiline: boolean) {}

  alternatives(alternatives: readonly AST.Alternative[], at: At): string {
    return alternatives.map(({ elements }) => this.sequence(elements, at)).join("|");
  }

  private sequence(elements: readonly AST.Element[], at: At): string {
    const last = elements.length - 1;
    return elements
      .map((element, index) =>
        this.element(element, { head: at.head && index === 0, tail: at.tail && index === last }),
      )
      .join("");
  }

  private element(element: AST.Element, at: At): string {
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return `(?:${this.alternatives(element.alternatives, at)})`;
      case "Quantifier": {
        const { min, max, greedy } = element;
        const most = max === Infinity ? "" : String(max);
        return `${this.element(element.element, max > 1 ? INSIDE : at)}{${min},${most}}${greedy ? "" : "?"}`;
      }
      case "Assertion":
        return element.kind === "lookahead" || element.kind === "lookbehind"
          ? (this.exactly(element, at) ?? this.atLeast(element))
          : element.raw;
      case "Backreference":
        this.hopeless = true;
        return "";
      default:
        return element.raw;
    }
  }

  /** A look-around as what it looks for, where it stands at an edge. */
  private exactly(around: AST.LookaroundAssertion, at: At): string | undefined {
    if (around.kind === "lookahead" && at.tail) {
      if (!around.negate) return `(?:${this.alternatives(around.alternatives, { head: false, tail: true })})`;
      if (this.multiline) return undefined;
      const letters = lettersOf(around);
      return letters === undefined ? oneOfManyMissed(around) : missedAhead(letters);
    }
    if (around.kind === "lookbehind" && at.head && !this.multiline) {
      const letters = lettersOf(around);
      if (letters === undefined) return undefined;
      return around.negate ? missedBehind(letters) : letters.map(({ raw }) => raw).join("");
    }
    return undefined;
  }

  /** A look-around that may hold or not: it costs its search, then the match goes on. */
  private atLeast(around: AST.LookaroundAssertion): string {
    this.exact = false;
    const body = this.alternatives(around.alternatives, INSIDE);
    if (around.kind === "lookahead") return `(?:(?:${body})${NEVER}|)`;
    // One that looks back without end does so from every place anew.
    if (/[*+]|\{\d+,\}/u.test(body)) this.hopeless = true;
    return "";
  }
}

/** The letters and sets that a look-around wants one after another, where that is all it wants. */
function lettersOf(around: AST.LookaroundAssertion): Letter[] | undefined {
  const [only, ...others] = around.alternatives;
  if (only === undefined || others.length > 0) return undefined;
  const letters = only.elements.filter(
    (element) =>
      element.type === "Character" || element.type === "CharacterSet" || element.type === "CharacterClass",
  );
  return letters.length > 0 && letters.length === only.elements.length ? letters : undefined;
}

/** What stands where these letters do not follow. */
function missedAhead([first, ...rest]: readonly Letter[]): string {
  const here = `${anyBut(first!)}|$`;
  return rest.length === 0 ? `(?:${here})` : `(?:${here}|${first!.raw}${missedAhead(rest)})`;
}

/** What stands where none of several letters follows, nor the end if that is one of them. */
function oneOfManyMissed({ alternatives }: AST.LookaroundAssertion): string | undefined {
  const each = alternatives.map(({ elements }) => (elements.length === 1 ? elements[0]! : undefined));
  const ends = each.filter((element) => element?.type === "Assertion" && element.kind === "end");
  const letters = each.flatMap((element) => {
    if (element?.type === "CharacterClass" && !element.negate) return [element.raw.slice(1, -1)];
    if (element?.type === "Character" || (element?.type === "CharacterSet" && element.kind !== "any"))
      return [withinBrackets(element.raw)];
    return [];
  });
  if (letters.length === 0 || letters.length + ends.length < each.length) return undefined;
  return `(?:[^${letters.join("")}]${ends.length > 0 ? "" : "|$"})`;
}

/** As many letters as these, one of them another; or the beginning of the text and fewer. */
function missedBehind(letters: readonly Letter[]): string {
  const any = "[\\s\\S]";
  const shorter = letters.map((_, length) => `^${any.repeat(length)}`);
  const other = letters.map(
    (letter, index) => any.repeat(index) + anyBut(letter) + any.repeat(letters.length - index - 1),
  );
  return `(?:${[...shorter, ...other].join("|")})`;
}

type Letter = AST.Character | AST.CharacterSet | AST.CharacterClass;

function anyBut(letter: Letter): string {
  if (letter.type === "CharacterClass")
    return letter.negate ? `[${letter.raw.slice(2)}` : `[^${letter.raw.slice(1)}`;
  if (letter.type === "CharacterSet" && letter.kind === "any") return "[\\n\\r\\u2028\\u2029]";
  return `[^${withinBrackets(letter.raw)}]`;
}

const withinBrackets = (raw: string): string => (/^[\]^-]$/u.test(raw) ? `\\${raw}` : raw);
