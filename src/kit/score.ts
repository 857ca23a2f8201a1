import type { KitAnswer, KitCase, KitDifference, KitScore } from "../model/kit.ts";

/** How a system's answers agree with the cases of a kit. What it did not tell is counted, never held against it or for it. */
export function score(cases: readonly KitCase[], answers: Iterable<KitAnswer>): KitScore {
  const byCase = new Map(cases.map((each) => [each.case, each]));
  const left = new Set(byCase.keys());
  const differences: KitDifference[] = [];
  const unknown: string[] = [];
  const untold = { missing: 0, grounds: 0 };
  for (const answer of answers) {
    const asked = byCase.get(answer.case);
    if (asked === undefined) {
      unknown.push(answer.case);
      continue;
    }
    if (!isAnswered(asked, answer)) continue;
    left.delete(answer.case);
    const differs = differsIn(asked, answer);
    if (asked.asks === "verdict") {
      if (answer.missing === undefined) untold.missing += 1;
      if (answer.grounds === undefined) untold.grounds += 1;
    }
    if (differs.length > 0) differences.push({ case: asked, answer, differs });
  }
  const unanswered = [...left];
  return {
    cases: cases.length,
    agree: cases.length - unanswered.length - differences.length,
    differences,
    unanswered,
    unknown,
    untold,
  };
}

const isAnswered = ({ asks }: KitCase, { verdict, due }: KitAnswer): boolean =>
  asks === "verdict" ? verdict !== undefined : due !== undefined;

function differsIn({ asks, expected }: KitCase, answer: KitAnswer): KitDifference["differs"] {
  if (asks === "due") return isDue(answer.due, [expected.due, expected.or]) ? [] : ["due"];
  return [
    ...(answer.verdict === expected.verdict ? [] : ["verdict" as const]),
    ...(isSame(answer.missing?.map(sorted), expected.missing?.map(sorted)) ? [] : ["missing" as const]),
    ...(isSame(answer.grounds, expected.grounds) ? [] : ["grounds" as const]),
  ];
}

/** Instants are compared, however they are written. */
function isDue(told: string | null | undefined, right: readonly (string | null | undefined)[]): boolean {
  if (told === null || told === undefined) return right[0] === told;
  return right.some((each) => each != null && Date.parse(each) === Date.parse(told));
}

/** Whether two lists hold the same, in any order; what is not told is no difference. */
function isSame(told: readonly string[] | undefined, right: readonly string[] | undefined): boolean {
  return told === undefined || right === undefined || sorted(told) === sorted(right);
}

const sorted = (list: readonly string[]): string => JSON.stringify([...new Set(list)].sort());
