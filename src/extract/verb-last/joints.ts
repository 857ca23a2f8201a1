import type { Grammar } from "../../language/grammar.ts";
import type { Mark } from "../marks.ts";
import { depthsOf, gapBefore, pastBrackets } from "../brackets.ts";
import { caseEndingAt } from "./condition.ts";
import { marksFor } from "../sentence.ts";
import type { Statement } from "../statement.ts";

/** A place where one paper ends, before the word `from`, and the next begins, with the word `to`. */
export interface Joint {
  readonly from: number;
  readonly to: number;
  /** Whether the next may be brought in place of the one before it. */
  readonly instead: boolean;
  /** `балалар үшін – куәлік және анықтама`: what is said of the first holds of the second. */
  readonly shared: boolean;
  /** Neither a comma nor a bracket tells how far `немесе` reaches back: to `және` before it, or past that. */
  readonly ambiguous?: boolean;
}

type Kind = "comma" | "and" | "also" | "or" | "and-or" | "or-in-brackets";

interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
}

/**
 * Places in `[from, to)` where one paper ends and the next begins: `және`, `немесе`, `және (немесе)` or a comma between two
 * that are papers each. `A, B немесе C` are three of which one is enough; `және` and `сондай-ақ` set apart.
 */
export function jointsIn(statement: Statement, from: number, to: number, grammar: Grammar): Joint[] {
  const depths = depthsOf(statement, from);
  const papers = papersIn(statement, grammar).filter(
    (mark) => mark.from >= from && mark.to <= to && depths[mark.to - 1] === 0,
  );
  const ends = [...new Set(agreeing(statement, papers, to).map((mark) => mark.to))].sort((a, b) => a - b);
  const found = ends.flatMap((end) => {
    const joint = jointBehind(statement, end);
    if (joint === undefined || joint.to >= to) return [];
    return papers.some((next) => next.from >= joint.to) ? [joint] : [];
  });
  const real = found.filter((one, index) => {
    const end = found[index + 1]?.from ?? to;
    return !saysWhen(statement, one.to, end, grammar);
  });
  return real.map((one, index) => joined(statement, real, one, index));
}

/**
 * The papers that are in the case of the last: beside `құжаттар мен объектілердің тізімдемесін` there is one paper, and papers
 * that share a copy are in the genitive.
 */
function agreeing(statement: Statement, papers: readonly Mark[], to: number): readonly Mark[] {
  // An element of a list has no verb to agree for: there cases are mixed up.
  if (to === statement.words.length) return papers;
  const isGiven = ({ to }: Mark): boolean =>
    marksFor(statement, "document-given").some((mark) => mark.to === to);
  const last = papers.reduce<Mark | undefined>(
    (one, mark) => (mark.to > (one?.to ?? 0) ? mark : one),
    undefined,
  );
  if (last === undefined || !isGiven(last)) return papers;
  const owning = marksFor(statement, "document-owning");
  return papers.filter((mark) => isGiven(mark) || owning.some(({ to }) => to === mark.to));
}

/** `…, егер өтінішті өкіл берсе`, `…, шетелдіктерді қоспағанда`: when what stands before it is asked for, and no paper. */
function saysWhen(statement: Statement, from: number, to: number, grammar: Grammar): boolean {
  const end = caseEndingAt(statement, to, grammar);
  return end !== undefined && end.from >= from && depthsOf(statement, from)[end.from] === 0;
}

function joined(statement: Statement, found: readonly Found[], one: Found, index: number): Joint {
  const { kind } = one;
  // Commas before `немесе` stand for it.
  const ahead = found.slice(index).find((next) => next.kind !== "comma")?.kind;
  // An application is asked for beside whatever else there is a choice of.
  const isApplication = marksFor(statement, "the-application").some((mark) => mark.to === one.from);
  const instead = kind === "comma" ? ahead === "or" && !isApplication : OR.has(kind);
  const before = found[index - 1];
  const ambiguous = kind === "or" && before?.kind === "and" && !isSetApart(statement, one);
  return {
    from: one.from,
    to: one.to,
    instead,
    shared: kind !== "comma",
    ...(ambiguous ? { ambiguous } : {}),
  };
}

const OR: ReadonlySet<Kind> = new Set<Kind>(["or", "and-or", "or-in-brackets"]);

/** Whether a comma stands before the joint. */
const isSetApart = (statement: Statement, joint: Found): boolean =>
  gapBefore(statement, joint.from).includes(",");

/**
 * What names a paper by the end of its words: a paper not in the genitive, a name, and a paper in the genitive that shares
 * the copy made of it with a later one (`шарттың және полистің көшірмелері`).
 */
function papersIn(statement: Statement, grammar: Grammar): Mark[] {
  const isOwner = ({ to }: Mark): boolean => grammar.is(statement.words[to - 1]?.text ?? "", "owner");
  const documents = marksFor(statement, "document").filter((mark) => !isOwner(mark));
  const named = [...documents, ...marksFor(statement, "full-name")];
  return [...named, ...sharingCopies(statement, grammar)];
}

/** Words at most between a paper in the genitive and the copy of it: `нотариат куәландырған`. */
const OF_COPY = 3;

function sharingCopies(statement: Statement, grammar: Grammar): readonly Mark[] {
  const owning = marksFor(statement, "document-owning");
  const copies = marksFor(statement, "copy");
  const isCopied = (mark: Mark): boolean =>
    copies.some((copy) => copy.from >= mark.to && copy.from - mark.to <= OF_COPY) &&
    !owning.some((next) => next.from >= mark.to && next.from - mark.to <= OF_COPY);
  const last = owning.findLast((mark) => isCopied(mark));
  if (last === undefined) return [];
  // `паспорттың көшірмесі`, but also `ғимараттың паспортының`: what owns the next word is no paper of its own.
  const ownsNext = ({ to }: Mark): boolean =>
    gapBefore(statement, to).trim() === "" && grammar.is(statement.words[to]?.text ?? "", "owner");
  return owning.filter((mark) => mark.to < last.from && !isCopied(mark) && !ownsNext(mark));
}

/** A comma, `және`, `немесе` or `және/немесе` behind a word and what stands behind it in brackets. */
function jointBehind(statement: Statement, at: number): Found | undefined {
  const end = pastBrackets(statement, at);
  const longest = (cue: "or" | "and" | "and-also", from: number): Mark | undefined =>
    marksFor(statement, cue)
      .filter((mark) => mark.from === from)
      .sort((a, b) => b.to - a.to)[0];
  const also = longest("and-also", end);
  if (also !== undefined) return { from: end, to: also.to, kind: "also" };
  const and = longest("and", end);
  if (and !== undefined) {
    const or = longest("or", and.to);
    return { from: end, to: or?.to ?? and.to, kind: or === undefined ? "and" : "and-or" };
  }
  const or = longest("or", end);
  if (or !== undefined)
    return { from: end, to: or.to, kind: gapBefore(statement, end).includes("(") ? "or-in-brackets" : "or" };
  const gap = gapBefore(statement, end);
  const named = marksFor(statement, "full-name").some((mark) => mark.from < end && end < mark.to + 1);
  if (!gap.includes(",") || named) return undefined;
  return { from: end, to: end, kind: "comma" };
}
