import type { AuditFinding } from "../../../src/model/audit.ts";
import type { Bench, Told } from "./deadlines.ts";
import type { LogLine } from "./log.ts";
import { programFindings } from "./program.ts";
import { auditAgain } from "./second-auditor.ts";
import { type AuditedService, CALENDARS, judgingBook } from "./services.ts";

/** Words of a finding of the program, for people. */
export const programWords = ({ rule, outcome, due, late }: AuditFinding): string =>
  [rule, outcome, due ?? "", late === null ? "" : Object.values(late).join(" ")].join(" | ");

const span = (list: readonly string[]): string => [...new Set(list)].join(" … ");

export const secondWords = ({ rule, outcome, due, late }: Told): string =>
  [
    rule,
    outcome,
    span((due ?? []).map((at) => new Date(at).toISOString())),
    span((late ?? []).map((each) => Object.values(each).join(" "))),
  ].join(" | ");

/** Where one of two ways has hours and the other none, either may be told. */
const within = (value: number | null, least: number | null, most: number | null): boolean =>
  value === null || least === null || most === null
    ? value === least || (least === null) !== (most === null)
    : least <= value && value <= most + 1;

/**
 * Whether a finding says what the second auditor says: rule, outcome and, where somebody can tell, until when it was due
 * and by how much it is late; between the earliest and the latest where a doubt is left that changes no outcome.
 */
function isSame(finding: AuditFinding, told: Told): boolean {
  if (finding.rule !== told.rule || finding.outcome !== told.outcome) return false;
  if (told.due === undefined) return true;
  const [from, to] = told.due;
  if (finding.due === null || !within(Date.parse(finding.due), from, to + 1_000)) return false;
  if (told.late === undefined || finding.late === null)
    return told.late === undefined && finding.late === null;
  const [least, most] = told.late;
  return (["wall", "working", "workingDays"] as const).every((unit) =>
    within(finding.late?.[unit] ?? null, least[unit], most[unit]),
  );
}

/** A case in which the two differ: what only the one tells, and what only the other. */
export interface Difference {
  readonly case: string;
  readonly program: readonly AuditFinding[];
  readonly second: readonly Told[];
}

function byCase<T extends { readonly case: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const cases = new Map<string, T[]>();
  for (const item of list) cases.set(item.case, [...(cases.get(item.case) ?? []), item]);
  return cases;
}

/** Takes pairs out that say the same; what is left differs. */
function unpaired(program: readonly AuditFinding[], second: readonly Told[]) {
  const isPerhaps = ({ perhaps }: Told): number => (perhaps === true ? 1 : 0);
  const rest = [...second].sort((one, other) => isPerhaps(one) - isPerhaps(other));
  const left = program.filter((finding) => {
    const at = rest.findIndex((told) => isSame(finding, told));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { program: left, second: rest };
}

const benchOf = (audited: AuditedService, law: boolean): Bench => ({
  book: judgingBook(audited),
  calendars: CALENDARS,
  law,
  now: Date.parse(audited.now),
  showsSatisfaction: audited.showsSatisfaction,
});

/** In which of some cases the findings of the two differ. */
export function differencesOf(
  names: readonly string[],
  found: readonly AuditFinding[],
  told: readonly Told[],
): readonly Difference[] {
  const program = byCase(found);
  const second = byCase(told);
  return names.flatMap((name) => {
    // Tells nothing of what anybody did, only that a version ended meanwhile.
    const judged = (program.get(name) ?? []).filter(({ outcome }) => outcome !== "straddles-versions");
    const left = unpaired(judged, second.get(name) ?? []);
    const certain = left.second.filter(({ perhaps }) => perhaps !== true);
    return left.program.length + certain.length > 0 ? [{ case: name, ...left }] : [];
  });
}

/** Both auditors over the same log, case by case. */
export async function compare(
  audited: AuditedService,
  lines: readonly LogLine[],
  law: boolean,
): Promise<{
  readonly cases: number;
  readonly findings: number;
  readonly differences: readonly Difference[];
}> {
  const found = await programFindings(audited, lines, law);
  const told = auditAgain(benchOf(audited, law), lines);
  const names = [...new Set(lines.map((line) => line.case))].filter((name) => name !== "");
  const differences = differencesOf(names, found, told);
  return { cases: names.length, findings: told.length, differences };
}
