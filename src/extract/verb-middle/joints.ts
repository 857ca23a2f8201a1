import type { Grammar } from "../../language/grammar.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { markAt, marksFor } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { Case } from "./cases.ts";
import { quotedIn } from "./quoted.ts";

/** A place where one paper ends, before the word `from`, and the next begins, with the word `to`. */
export interface Joint {
  readonly from: number;
  readonly to: number;
  /** Whether the next may be brought in place of the one before it. */
  readonly instead: boolean;
  /** Whether a case told before the first holds of the next. */
  readonly shared: boolean;
  /** Neither a comma nor a bracket tells how far an "or" reaches back: to an "and" before it, or past that. */
  readonly ambiguous: boolean;
}

interface Found extends Mark {
  readonly kind: "comma" | "and" | "also" | "or" | "and-or" | "but";
}

/**
 * Places in `[from, to)` where one paper ends and the next begins: "and", "or" or a comma before the word for a paper, with what
 * it is like; behind copies, before the paper that is copied too (`копии контракта и перечня`).
 */
export function jointsIn(
  statement: Statement,
  from: number,
  to: number,
  cases: readonly Case[],
  grammar: Grammar,
): readonly Joint[] {
  const depths = depthsOf(statement, from);
  const quoted = quotedIn(statement);
  const heads = headsOf(statement, from, to);
  const found: Found[] = [];
  for (let at = from + 1; at < to; at += 1) {
    if (depths[at] !== 0 || quoted.has(at)) continue;
    const joint = jointAt(statement, at);
    if (joint?.kind !== "but" && cases.some((one) => one.from < at && at < one.to)) continue;
    if (joint === undefined || joint.to >= to || joint.from <= (found.at(-1)?.to ?? from)) continue;
    const start = found.at(-1)?.to ?? from;
    // `двусторонних и многосторонних соглашений`: the noun that both are said of stands behind.
    if (grammar.is(statement.words[joint.from - 1]?.text ?? "", "owned") && joint.kind !== "comma") continue;
    if (!hasPaper(heads, start, joint.from)) continue;
    if (
      joint.kind === "but"
        ? !hasPaper(heads, joint.to, to)
        : !beginsPaper(statement, heads, start, joint, to, grammar)
    )
      continue;
    found.push(joint);
    at = joint.to;
  }
  return found.map((one, index) => joined(statement, found, one, index));
}

function joined(statement: Statement, found: readonly Found[], one: Found, index: number): Joint {
  const ahead = found.slice(index).find(({ kind }) => kind !== "comma")?.kind;
  const isApplication = marksFor(statement, "the-application").some((mark) => mark.to === one.from);
  const instead =
    one.kind === "comma"
      ? ahead === "or" && !isApplication
      : one.kind === "or" || one.kind === "and-or" || one.kind === "but";
  return {
    from: one.from,
    to: one.to,
    instead,
    shared: one.kind !== "comma" && one.kind !== "but",
    ambiguous:
      one.kind === "or" && found[index - 1]?.kind === "and" && !gapBefore(statement, one.from).includes(","),
  };
}

/** A comma, an "and", an "or" or both at a word, or what is brought where something is absent. */
function jointAt(statement: Statement, at: number): Found | undefined {
  const but = markAt(statement, "but", at);
  const when = ["in-case", "at-which", "in-its-absence"] as const;
  if (but !== undefined && when.some((cue) => markAt(statement, cue, but.to) !== undefined))
    return { from: at, to: but.to, kind: "but" };
  const also = markAt(statement, "and-also", at);
  if (also !== undefined) return { from: at, to: also.to, kind: "also" };
  const and = markAt(statement, "and", at);
  if (and !== undefined) {
    const or = markAt(statement, "or", and.to);
    return or === undefined ? { from: at, to: and.to, kind: "and" } : { from: at, to: or.to, kind: "and-or" };
  }
  const or = markAt(statement, "or", at);
  if (or !== undefined) return { from: at, to: or.to, kind: "or" };
  return gapBefore(statement, at).includes(",") ? { from: at, to: at, kind: "comma" } : undefined;
}

/** Words at most that say what a paper is like, before its word: `нотариально засвидетельствованная`. */
const MOST_ATTRIBUTES = 5;

/** Whether the words behind a joint begin with a paper: its word, with what it is like before it. */
function beginsPaper(
  statement: Statement,
  heads: readonly Mark[],
  start: number,
  joint: Found,
  to: number,
  grammar: Grammar,
): boolean {
  for (let at = joint.to; at < Math.min(to, joint.to + MOST_ATTRIBUTES); at += 1) {
    if (at > joint.to && gapBefore(statement, at).trim() !== "") return false;
    const isOwn = at > joint.to && grammar.is(statement.words[at - 1]?.text ?? "", "owned");
    if (heads.some((mark) => mark.from === at) && !isOwned(statement, heads, start, joint, at, isOwn))
      return true;
    if (sharesCopy(statement, start, joint, at)) return true;
    const word = statement.words[at]?.text ?? "";
    // `форма, содержащая информацию`: it has the next paper for its object.
    if (grammar.is(word, "doing")) return false;
    if (!grammar.is(word, "attribute") && !grammar.is(word, "done")) return false;
  }
  return false;
}

/**
 * Whether a word that reads alike in the nominative of many and in the genitive of one is the latter: the paper before the joint
 * owns too, and what owns both is no copy (`сведения о документе и заявления`), or what it is like is said in the genitive
 * (`факт обучения, семейного положения`).
 */
function isOwned(
  statement: Statement,
  heads: readonly Mark[],
  start: number,
  joint: Found,
  at: number,
  isOwn: boolean,
): boolean {
  const owning = marksFor(statement, "document-owning");
  // In a list in the genitive that is what heads are in.
  if (owning.some((mark) => heads.includes(mark))) return false;
  const isBoth = [owning, marksFor(statement, "document")].every((marks) =>
    marks.some((mark) => mark.from === at),
  );
  const before = owning.some((mark) => mark.to === joint.from && mark.from > start);
  return isBoth && (isOwn || before) && !hasCopies(statement, start, joint.from);
}

/** `копии контракта и перечня`: one more paper of which there is a copy. */
const sharesCopy = (statement: Statement, start: number, joint: Found, at: number): boolean =>
  joint.kind !== "comma" &&
  hasCopies(statement, start, joint.from) &&
  marksFor(statement, "document-owning").some((mark) => mark.from === at);

const hasCopies = (statement: Statement, start: number, end: number): boolean =>
  marksFor(statement, "copy").some((mark) => mark.from >= start && mark.to <= end);

const hasPaper = (heads: readonly Mark[], start: number, end: number): boolean =>
  heads.some((mark) => mark.from >= start && mark.to <= end);

/** Words at most between what opens papers in the genitive and the first of them: `при предъявлении получателем`. */
const TO_SHOWN = 2;

/** Whether a word that may be in the nominative of many stands where papers are named in the genitive. */
const isShown = (statement: Statement, paper: Mark): boolean =>
  (["shown", "annexed"] as const).some((cue) =>
    marksFor(statement, cue).some((mark) => mark.to <= paper.from && paper.from - mark.to <= TO_SHOWN),
  );

/**
 * The words for papers that a list is made of: in the nominative, or, where a preposition opens it, `при предъявлении
 * документа либо удостоверения`, in the genitive.
 */
function headsOf(statement: Statement, from: number, to: number): readonly Mark[] {
  const inside = (mark: Mark): boolean => mark.from >= from && mark.to <= to;
  const named = [...marksFor(statement, "document"), ...marksFor(statement, "copy")].filter(inside);
  const owning = marksFor(statement, "document-owning").filter(inside);
  const [firstNamed, firstOwning] = [named[0], owning[0]];
  const isGenitive =
    firstOwning !== undefined &&
    (firstNamed === undefined || firstOwning.from < firstNamed.from || isShown(statement, firstOwning));
  return isGenitive ? owning : named;
}
