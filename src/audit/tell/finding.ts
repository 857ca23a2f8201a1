import type { AuditFinding, AuditOutcome } from "../../model/audit.ts";
import { placeOf } from "../../model/read-file.ts";
import { roundOf } from "../../model/round.ts";
import type { DutyRule } from "../../model/law.ts";
import { CHANNELS, type Rule, type RuleCommon } from "../../model/rule.ts";
import { citedOf, givenByHand } from "./cited.ts";
import { isoInstant } from "../../calendar/iso-instant.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { SECOND_MS } from "../../model/time-units.ts";

/** A row of the table `finding`. */
export interface FindingRow {
  readonly case_id: string;
  readonly book_no: number | null;
  readonly service_no: number | null;
  readonly channel_no: number;
  readonly rule_no: number | null;
  readonly provider: string | null;
  readonly occurrence: number;
  readonly outcome: AuditOutcome;
  readonly reason: string | null;
  readonly margin: number | null;
  readonly start_at: number | null;
  readonly due_at: number | null;
  readonly done_at: number | null;
  readonly late_wall: number | null;
  readonly late_open: number | null;
  readonly late_days: number | null;
  readonly start_row: number | null;
  readonly done_row: number | null;
  readonly suspended_ms: number;
  readonly taken_ms: number | null;
  readonly is_registered: number;
  /** Who held the case, of those that several did; nothing: nobody can tell. */
  readonly held_by: string | null;
}

/** Where a row stands in a log: its line or index; with several files, `file:line`. */
export const placeIn =
  ({ files }: Pick<JudgedLog["log"], "files">) =>
  (row: number): number | string => {
    const { file, line } = placeOf(files, row);
    return files.length === 1 ? line : `${file}:${line}`;
  };

/** Writes rows of `finding` out as findings. */
export function findingWriter({
  plan,
  log,
}: Pick<JudgedLog, "plan" | "log">): (row: FindingRow) => AuditFinding {
  const place = placeIn(log);
  return (row) => {
    const of = roundOf(row.case_id);
    const atWork = row.book_no === null ? undefined : plan.books[row.book_no];
    const zone = atWork?.zone ?? plan.terms.zones[0];
    const rule = row.rule_no === null ? undefined : plan.terms.rules[row.rule_no]?.rule;
    return {
      case: of.case,
      service: row.service_no === null ? null : (plan.services[row.service_no] ?? null),
      provider: row.provider,
      channel: CHANNELS[row.channel_no - 1] ?? null,
      rule: rule?.id ?? null,
      version: atWork?.book.version ?? null,
      outcome: row.outcome,
      reason: row.reason,
      margin: seconds(row.margin),
      start: instant(row.start_at, zone),
      due: instant(row.due_at, zone),
      done: instant(row.done_at, zone),
      late:
        row.late_wall === null
          ? null
          : { wall: row.late_wall / SECOND_MS, working: seconds(row.late_open), workingDays: row.late_days },
      ...(rule === undefined ? { cite: null } : citedOf(rule)),
      rows: [row.start_row, row.done_row].flatMap((at) => (at === null ? [] : [place(at)])),
      ...(row.held_by === null || row.held_by === row.provider ? {} : { heldBy: row.held_by || null }),
      ...wordsOf(rule),
      ...(of.round === 1 ? {} : { round: of.round }),
      ...startedBy(row, rule),
    };
  };
}

/** The words of a rule that no text at hand has: the law's own, or those that a rulebook written by hand gives. */
function wordsOf(rule: RuleCommon | undefined): Pick<AuditFinding, "quote" | "lawWords"> {
  const lawWords = rule?.ofLaw?.words ?? {};
  const words = rule === undefined ? undefined : givenByHand(rule);
  return {
    ...(Object.keys(lawWords).length === 0 ? {} : { lawWords }),
    ...(words === undefined ? {} : { quote: { words, by: "hand" } }),
  };
}

/** What began a term that runs from registration. */
function startedBy(
  { start_row, is_registered }: FindingRow,
  rule: Rule | DutyRule | undefined,
): Pick<AuditFinding, "startedBy"> {
  if (rule?.kind !== "deadline" || rule.fromRegistration !== true || start_row === null) return {};
  return { startedBy: is_registered === 1 ? "registered" : "submitted" };
}

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / SECOND_MS);

/** The farthest from 1970 that a `Date` can be, in ms. */
const FARTHEST = 8.64e15;

/** Years that no calendar has are told all the same. */
const instant = (at: number | null, zone: ZoneTable | undefined): string | null =>
  at === null || zone === undefined || Math.abs(at) > FARTHEST ? null : isoInstant(zone, at);
