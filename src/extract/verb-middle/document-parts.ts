import type { Grammar } from "../../language/grammar.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { markAt, marksFor, overlaps, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { DocumentWords } from "../syntax.ts";
import { casesIn, conditionsIn, isOfPassword, type Case } from "./cases.ts";
import { clauseEnd } from "./clause.ts";
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
  const all = casesIn(statement, grammar);
  const cases = conditionsIn(statement, grammar).filter((one) => one.from >= from && one.to <= to);
  const first = openingCase(statement, from, to, all, grammar);
  const joints = jointsIn(statement, first?.to ?? from, to, cases, grammar);
  const parts: DocumentWords[] = [];
  for (const [index, { from: end }] of [...joints, { from: to }].entries()) {
    const before = joints[index - 1];
    const start = before?.to ?? from;
    const opening = before === undefined ? first : openingCase(statement, start, end, all, grammar);
    const shared = before?.shared === true && first !== undefined ? first : undefined;
    const told = opening ?? shared;
    const condition = joined(
      told === undefined ? undefined : wordsBetween(statement, told.from, told.to),
      conditionIn(statement, opening?.to ?? start, end, cases, grammar),
    );
    parts.push({
      from: start,
      to: end,
      instead: before?.instead === true,
      ...(condition === undefined ? {} : { condition }),
      ...(before?.ambiguous === true ? { ambiguous: true } : {}),
    });
  }
  return parts
    .flatMap((one) => withThoseForSome(statement, one, grammar))
    .map((one) => withoutAside(statement, one));
}

/** Words of a bracket from which on it is no part of a paper's own words. */
const LONG_ASIDE = 20;

/** `фотографии размером 3,5 х 4,5 (фотографии должны …)`: a long bracket behind a paper tells more of it. */
function withoutAside(statement: Statement, whole: DocumentWords): DocumentWords {
  const depths = depthsOf(statement, whole.from);
  for (let at = whole.from + 1; at < whole.to; at += 1) {
    if (depths[at] === 0 || depths[at - 1] !== 0 || whole.to - at <= LONG_ASIDE) continue;
    const isCase =
      whole.condition !== undefined && wordsBetween(statement, at, whole.to).includes(whole.condition);
    return isCase ? whole : { ...whole, to: at };
  }
  return whole;
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
  grammar: Grammar,
): Mark | undefined {
  const purpose = marksFor(statement, "for-what").find((mark) => mark.from === from);
  const end =
    cases.find((one) => one.from === from)?.to ??
    (purpose === undefined ? undefined : clauseEnd(statement, purpose, grammar, { hasVerb: false }));
  if (end === undefined || end >= to) return undefined;
  const isClosed = /\s[-–—]|[-–—]\s|[:,]/u.test(gapBefore(statement, end));
  // `для замены … представляется заявление`; what the service is got with is needed by all.
  const isSaid =
    purpose !== undefined &&
    (["to-get-the-service", "to-render-the-service"] as const).every(
      (cue) => !overlaps(statement, cue, purpose),
    ) &&
    (["is-handed-in", "needed"] as const).some((cue) => markAt(statement, cue, end) !== undefined);
  return isClosed || isSaid ? { from, to: end } : undefined;
}

/** What is said of when a paper is needed, behind its word; what for, and that a part of a name may be absent, is no case. */
function conditionIn(
  statement: Statement,
  from: number,
  to: number,
  cases: readonly Case[],
  grammar: Grammar,
): string | undefined {
  const depths = depthsOf(statement, from);
  const isWithin = (one: Mark): boolean =>
    one.from > from && one.to <= to && !isOfName(statement, one) && !isOfPassword(statement, one);
  // In a bracket with a dash it is the case of another paper.
  const isOfOther = (one: Mark): boolean =>
    depths[one.from] !== 0 && /^\s*[-–—]/u.test(gapBefore(statement, one.to));
  const own = [...cases, ...bracketsFor(statement, grammar)]
    .filter((one) => isWithin(one) && !isOfOther(one))
    .sort((a, b) => a.from - b.from);
  const [first] = own;
  if (first === undefined) return undefined;
  const last = Math.max(...own.map((one) => one.to));
  return wordsBetween(statement, needBefore(statement, first.from), last);
}

/** `(для разовой лицензии)`: a bracket that says for what; one that names an act, `(для идентификации)`, says what with. */
const bracketsFor = (statement: Statement, grammar: Grammar): readonly Mark[] =>
  marksFor(statement, "for-what").flatMap((mark): Mark[] => {
    const isAct = grammar.is(statement.words[mark.to]?.text ?? "", "action");
    if (!gapBefore(statement, mark.from).endsWith("(") || isAct) return [];
    return [{ from: mark.from, to: clauseEnd(statement, mark, grammar, { hasVerb: false }) }];
  });

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
