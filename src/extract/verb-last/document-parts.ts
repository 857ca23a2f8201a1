import type { Grammar } from "../../language/grammar.ts";
import { depthsOf, gapBefore, pastBrackets } from "../brackets.ts";
import { caseEndingAt, saidCases } from "./condition.ts";
import { jointsIn, type Joint } from "./joints.ts";
import type { Mark } from "../marks.ts";
import { has, marksFor, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { DocumentWords } from "../syntax.ts";

/**
 * The documents in `[from, to)`: what `немесе`, `және` or a comma joins is several where each part is a document by
 * itself, and what stands in brackets for some persons only is one more.
 */
export function documentsIn(
  statement: Statement,
  from: number,
  to: number,
  grammar: Grammar,
): DocumentWords[] {
  const opening = caseBefore(statement, from, to);
  const joints = jointsIn(statement, opening?.to ?? from, to, grammar).map((joint) =>
    inPlaceOfAbsent(statement, joint, grammar),
  );
  const parts: DocumentWords[] = [];
  for (const [index, joint] of [...joints, { from: to, to, instead: false, shared: false }].entries()) {
    const before = joints[index - 1];
    const start = before?.to ?? from;
    const own =
      opening !== undefined && start === from
        ? { from, to: joint.from, instead: false, condition: wordsBetween(statement, from, opening.to) }
        : part(statement, start, joint.from, before?.instead === true, grammar);
    const condition = own.condition ?? (before?.shared === true ? parts.at(-1)?.condition : undefined);
    parts.push({
      ...own,
      ...(condition === undefined ? {} : { condition }),
      ...(before?.ambiguous === true ? { ambiguous: true } : {}),
    });
  }
  return parts
    .flatMap((one) => withWhatIsAttached(statement, one))
    .flatMap((one) => withThoseForSome(statement, one));
}

/** `өкіл үшін сенімхатпен … өтініш`: what some bring with the document is one of its own, for them. */
function withWhatIsAttached(statement: Statement, whole: DocumentWords): DocumentWords[] {
  const inside = (mark: Mark): boolean => mark.from >= whole.from && mark.to < whole.to;
  const some = marksFor(statement, "for-whom").find(inside);
  const attached = marksFor(statement, "with-document").find(
    (mark) => inside(mark) && some !== undefined && mark.from >= some.to && mark.from - some.to <= 1,
  );
  const isMore = marksFor(statement, "document").some(
    (mark) => attached !== undefined && mark.from >= attached.to && mark.to <= whole.to,
  );
  if (some === undefined || attached === undefined || !isMore) return [whole];
  return [
    {
      from: whole.from,
      to: attached.to,
      instead: whole.instead,
      condition: wordsBetween(statement, whole.from, some.to),
    },
    { from: attached.to, to: whole.to, instead: false },
  ];
}

/** `түпнұсқасы, ал ол болмаған жағдайда сауалнама`: what is brought where the first is not there is in its place. */
function inPlaceOfAbsent(statement: Statement, joint: Joint, grammar: Grammar): Joint {
  const absent =
    marksFor(statement, "in-its-absence").some(
      (mark) => mark.from >= joint.to && mark.from - joint.to <= 1,
    ) || isOtherwise(statement, joint, grammar);
  return absent ? { ...joint, instead: true, shared: false } : joint;
}

/** Words at most of what is not there: `ал сыртқы сауда шарты (келісімшарты) болмаған жағдайда`. */
const MOST_ABSENT = 10;

/** `шарттың көшірмесі, ал шарт болмаған жағдайда …`. */
const isOtherwise = (statement: Statement, joint: Joint, grammar: Grammar): boolean =>
  marksFor(statement, "but").some((but) => but.from === joint.to) &&
  saidCases(statement).some(
    (mark) =>
      mark.from > joint.to &&
      mark.from - joint.to <= MOST_ABSENT &&
      grammar.is(statement.words[mark.from - 1]?.text ?? "", "not-done"),
  );

/** `Егер … болмаған жағдайда, …`: the case that a sentence begins with, outside brackets. */
function caseBefore(statement: Statement, from: number, to: number): Mark | undefined {
  const opens = marksFor(statement, "if-word").some((mark) => mark.from === from);
  const isPaperBefore = (at: number): boolean =>
    marksFor(statement, "document").some(
      (one) => one.from >= from && one.to <= at && closes(statement, one.to),
    );
  const depths = depthsOf(statement, from);
  return saidCases(statement).find(
    (mark) =>
      mark.from > from &&
      mark.to < to &&
      depths[mark.from] === 0 &&
      (opens || (["", ","].includes(gapBefore(statement, mark.to).trim()) && !isPaperBefore(mark.from))),
  );
}

/** Whether a document's words end there: a comma, a bracket or another document in its place follows. */
const closes = (statement: Statement, at: number): boolean =>
  /^\s*[,(]/.test(gapBefore(statement, at)) || marksFor(statement, "or").some((mark) => mark.from === at);

function part(
  statement: Statement,
  from: number,
  to: number,
  instead: boolean,
  grammar: Grammar,
): DocumentWords {
  const condition = conditionIn(statement, from, to, grammar);
  return { from, to, instead, ...(condition === undefined ? {} : { condition }) };
}

/** `балалар үшін – …`, `… жағдайда – …`, `… – … болмаған жағдайда`, `(қарттар үшін талап етілмейді)`. */
function conditionIn(statement: Statement, from: number, to: number, grammar: Grammar): string | undefined {
  const cases = [
    ...marksFor(statement, "for-whom"),
    ...saidCases(statement),
    ...marksFor(statement, "at-which"),
  ];
  const inside = cases.filter((mark) => mark.from >= from && mark.to <= to).sort((a, b) => a.from - b.from);
  const behind = caseBehind(statement, from, to, grammar);
  if (behind !== undefined) return behind;
  const first =
    caseBefore(statement, from, to) ?? exceptBefore(statement, from, to) ?? absentIn(statement, from);
  if (first !== undefined) return wordsBetween(statement, from, first.to);
  const depths = depthsOf(statement, from);
  for (const mark of inside) {
    const isOutside = depths[mark.from] === 0;
    const isShort = mark.to - from <= MOST_OF_CASE;
    if (isShort && /^\s*[-–—]/.test(gapBefore(statement, mark.to)) && isOutside)
      return wordsBetween(statement, from, mark.to);
    if (isOfName(statement, mark)) continue;
    if (mark.to === to || !isOutside) {
      const opening = openingBefore(statement, from, mark.from);
      const denied = has(statement, "not-needed") ? pastBrackets(statement, opening) : mark.to;
      if (opening > from && !isPurpose(statement, mark, grammar))
        return wordsBetween(statement, opening, Math.max(denied, mark.to));
    }
  }
  return undefined;
}

/** Words at most of a case before a dash. */
const MOST_OF_CASE = 24;

/** `көшірмесі, егер өтінішті өкіл берсе`, `көшірмесі (шетелдіктерді қоспағанда)`: what ends a paper's words says when. */
function caseBehind(statement: Statement, from: number, to: number, grammar: Grammar): string | undefined {
  const end = caseEndingAt(statement, to, grammar);
  if (end === undefined) return undefined;
  const paper = marksFor(statement, "document").find(
    (mark) => mark.from >= from && mark.to <= end.from && /^\s*[,(]/u.test(gapBefore(statement, mark.to)),
  );
  return paper === undefined ? undefined : wordsBetween(statement, paper.to, to);
}

/** `көпбалалы отбасыларды қоспағанда, …`: whom the papers behind the comma are not asked of. */
const exceptBefore = (statement: Statement, from: number, to: number): Mark | undefined =>
  marksFor(statement, "except").find(
    (mark) => mark.from > from && mark.to < to && /^\s*,/u.test(gapBefore(statement, mark.to)),
  );

/** `ал ол болмаған жағдайда …` at the beginning of a part. */
function absentIn(statement: Statement, from: number): Mark | undefined {
  const absent = marksFor(statement, "in-its-absence").find(
    (mark) => mark.from >= from && mark.from - from <= 1,
  );
  if (absent === undefined) return undefined;
  return (
    saidCases(statement).find((mark) => mark.from >= absent.from && mark.from - absent.to <= 1) ?? absent
  );
}

/** `әкесінің аты (бар болса)`: said of a part of a name, not of the paper. */
const isOfName = (statement: Statement, mark: Mark): boolean =>
  marksFor(statement, "name-part").some((name) => name.to <= mark.from && mark.from - name.to <= IF_ANY);

/** Words at most between a part of a name and the end of `(бар болған жағдайда)`. */
const IF_ANY = 3;

/** `(сәйкестендіру үшін)` says what for, not when. */
const isPurpose = (statement: Statement, mark: Mark, grammar: Grammar): boolean =>
  marksFor(statement, "for-whom").includes(mark) &&
  grammar.is(statement.words[mark.from - 1]?.text ?? "", "action");

function openingBefore(statement: Statement, from: number, at: number): number {
  let index = at;
  while (index > from && !/\(|\s[-–—]\s/.test(gapBefore(statement, index))) index -= 1;
  return index;
}

/** `құжат (он алты жасқа толмаған адамдар үшін – туу туралы куәлігі)`: one more document, for some, in its place. */
function withThoseForSome(statement: Statement, whole: DocumentWords): DocumentWords[] {
  const depths = depthsOf(statement, whole.from);
  const some = marksFor(statement, "for-whom").flatMap((mark) => {
    if (mark.from < whole.from || mark.to >= whole.to || depths[mark.from] === 0) return [];
    if (!/^\s*[-–—]/.test(gapBefore(statement, mark.to))) return [];
    const from = openingBefore(statement, whole.from, mark.from);
    return [{ from, to: whole.to, instead: true, condition: wordsBetween(statement, from, mark.to) }];
  });
  const [first] = some;
  return first === undefined
    ? [whole]
    : [{ from: whole.from, to: first.from, instead: whole.instead }, ...some];
}
