import type { Grammar } from "../../language/grammar.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { marksFor, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { DocumentWords } from "../syntax.ts";
import { conditionsIn, type Case } from "./cases.ts";
import { jointsIn } from "./joints.ts";

/**
 * The documents in `[from, to)`: a new one begins with each word for a paper behind a comma, an "and" or an "or"; what is
 * said of when it is needed stands behind it, or before a dash.
 */
export function documentsIn(
  statement: Statement,
  from: number,
  to: number,
  grammar: Grammar,
): readonly DocumentWords[] {
  const cases = conditionsIn(statement, grammar).filter((one) => one.from >= from && one.to <= to);
  const opening = openingCase(statement, from, to, cases);
  const joints = jointsIn(statement, opening?.to ?? from, to, cases, grammar);
  const bounds = [...joints, { from: to, to, instead: false, shared: false, ambiguous: false }];
  const parts: DocumentWords[] = [];
  for (const [index, joint] of bounds.entries()) {
    const before = joints[index - 1];
    const start = before?.to ?? from;
    const own = conditionIn(
      statement,
      before === undefined ? (opening?.to ?? from) : start,
      joint.from,
      cases,
    );
    const condition = joined(
      opening !== undefined && (before === undefined || before.shared)
        ? wordsBetween(statement, from, opening.to)
        : undefined,
      own,
    );
    parts.push({
      from: start,
      to: joint.from,
      instead: before?.instead === true,
      ...(condition === undefined ? {} : { condition }),
      ...(before?.ambiguous === true ? { ambiguous: true } : {}),
    });
  }
  return parts.flatMap((one) => withThoseForSome(statement, one, grammar));
}

const joined = (...conditions: readonly (string | undefined)[]): string | undefined => {
  const told = conditions.filter((one) => one !== undefined);
  return told.length === 0 ? undefined : told.join(", ");
};

/** `для юридических лиц – …`, `при переоформлении лицензии: …`: a case before a dash, with a paper behind it. */
function openingCase(
  statement: Statement,
  from: number,
  to: number,
  cases: readonly Case[],
): Mark | undefined {
  const opens = [...cases, ...marksFor(statement, "for-what")].find((one) => one.from === from);
  if (opens === undefined) return undefined;
  for (let at = opens.from + 1; at < to; at += 1) {
    const gap = gapBefore(statement, at);
    if (/\s[-–—]|[-–—]\s|:/u.test(gap)) return { from, to: at };
    if (at >= opens.to && gap.includes(",")) return { from, to: at };
  }
  return undefined;
}

/** What is said of when a paper is needed, behind its word; what for, and that a part of a name may be absent, is no case. */
function conditionIn(
  statement: Statement,
  from: number,
  to: number,
  cases: readonly Case[],
): string | undefined {
  const depths = depthsOf(statement, from);
  const own = cases.filter(
    (one) =>
      one.from > from &&
      one.to <= to &&
      !isOfName(statement, one) &&
      // In a bracket with a dash it is the case of another paper.
      !(depths[one.from] !== 0 && /^\s*[-–—]/u.test(gapBefore(statement, one.to))),
  );
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const opening = needBefore(statement, first.from);
  return wordsBetween(statement, opening, last.to);
}

/** `требуется для лиц, уволенных …`: the verb that a case belongs to. */
const needBefore = (statement: Statement, at: number): number =>
  marksFor(statement, "needed").find((mark) => mark.to === at)?.from ?? at;

/** Words at most between a part of a name and that it may be absent. */
const IF_ANY = 2;

/** `отчество (при его наличии)`: said of a part of a name, not of the paper. */
const isOfName = (statement: Statement, mark: Mark): boolean =>
  marksFor(statement, "name-part").some((name) => name.to <= mark.from && mark.from - name.to <= IF_ANY);

/** `документ (для детей – свидетельство о рождении)`: one more document, for some, in its place. */
function withThoseForSome(statement: Statement, whole: DocumentWords, grammar: Grammar): DocumentWords[] {
  const depths = depthsOf(statement, whole.from);
  const some = conditionsIn(statement, grammar).find(
    (one) =>
      one.from > whole.from &&
      one.to < whole.to &&
      depths[one.from] !== 0 &&
      /^\s*[-–—]/u.test(gapBefore(statement, one.to)),
  );
  if (some === undefined) return withProxy(statement, whole);
  return [
    { from: whole.from, to: some.from, instead: whole.instead },
    {
      from: some.from,
      to: whole.to,
      instead: true,
      condition: wordsBetween(statement, some.from, some.to),
    },
  ];
}

/** `заявление с доверенностью для представителя`: what is brought with a document by some is one of its own, for them. */
function withProxy(statement: Statement, whole: DocumentWords): DocumentWords[] {
  const { condition } = whole;
  const along = marksFor(statement, "with-document").find(
    (mark) => mark.from > whole.from + 1 && mark.to < whole.to,
  );
  if (along === undefined || condition === undefined) return [whole];
  const isOfSome = wordsBetween(statement, along.to, whole.to).startsWith(condition);
  if (!isOfSome) return [whole];
  return [
    { from: whole.from, to: along.from, instead: whole.instead },
    { from: along.from, to: whole.to, instead: false, condition },
  ];
}
