import { twinWords } from "../../model/cited.ts";
import type { RuleCommon } from "../../model/rule.ts";
import { isoInstant } from "../../calendar/iso-instant.ts";
import { CHANNELS } from "../../model/rule.ts";
import { HARMLESS, OUTCOMES } from "../../model/audit.ts";
import type { AuditReport, DueSoon, ReportFinding, ReportRule } from "../../model/audit-report.ts";
import { joined, sql, value, type Sql } from "../../engine/sql.ts";
import { citedOf, givenByHand } from "./cited.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { findingWriter, type FindingRow } from "./finding.ts";
import { groupsBy, monthTable } from "./report-groups.ts";
import type { Audit } from "./summary.ts";
import { timelineOf } from "./timeline.ts";
import { workingDaysUntil } from "./working-days-until.ts";
import { SECOND_MS, DAY_MS } from "../../model/time-units.ts";

/** Findings listed of each outcome: a report is to be read; all of them are in findings.csv. */
const LISTED = 300;
const WORST = 20;
/** A case is seldom late by more terms than that. */
const MOST_TERMS = 20;
const SOON = 500;
/** So many days off can follow one another, beside those that every week has. */
const MOST_DAYS_OFF = 20;
/** Upper ends of the classes of lateness, in seconds: 10 minutes, an hour, 8 hours, 1, 3, 7, 30 days. */
const CLASSES = [600, 3600, 28_800, 86_400, 259_200, 604_800, 2_592_000];

/** Gathers what a report shows. `within`: what falls due in so many working days from the audit's now. */
export async function reportData(audit: Audit, within: number): Promise<AuditReport> {
  const { plan, summary, order } = audit;
  await monthTable(audit);
  const byRule = await groupsBy(audit, "rule");
  const worst = await worstOf(audit);
  return {
    summary,
    now: order.now === undefined ? null : isoInstant(plan.books[0]?.zone ?? firstZone(audit), order.now),
    zones: await zonesAtWork(audit),
    byProviders: plan.providerZones.size > 0,
    services: Object.fromEntries(plan.books.map(({ book }) => [book.id, book.service?.name ?? {}])),
    rules: rulesUsed(audit),
    byService: (await groupsBy(audit, "service")).map((group) => ({
      ...group,
      key: plan.services[Number(group.key)] ?? "",
    })),
    byProvider: await groupsBy(audit, "provider"),
    byMonth: await groupsBy(audit, "month"),
    byRule: byRule.map((group) => ({ ...group, rule: Number(group.key) })),
    lateness: await lateness(audit),
    worst: await Promise.all(worst.map(({ row, told }) => timelineOf(audit, row, told))),
    listed: await listed(audit),
    ...(await runningCases(audit, within)),
    dueWithin: within,
  };
}

/** Rules of which something was found, as a report cites them. */
export function rulesUsed({ plan, summary }: Audit): ReportRule[] {
  const used = new Set(summary.rules.map(({ rule, version }) => `${rule ?? ""}@${version ?? ""}`));
  const rules = plan.terms.rules.map(({ rule, book }, number): ReportRule => ({
    number,
    id: rule.id,
    kind: rule.kind,
    ...citedOf(rule),
    quote: rule.source?.quote ?? rule.quote ?? null,
    ...twinOf(rule),
    ...(rule.ofLaw?.words === undefined ? {} : { lawWords: rule.ofLaw.words }),
    byHand: givenByHand(rule) !== undefined,
    term:
      rule.kind === "deadline" && rule.ofLog === undefined ? { amount: rule.amount, unit: rule.unit } : null,
    service: plan.books[book]?.book.id ?? "",
    version: plan.books[book]?.book.version ?? null,
  }));
  return rules.filter(({ id, version }) => used.has(`${id}@${version ?? ""}`));
}

function twinOf({ source }: Pick<RuleCommon, "source">): Pick<ReportRule, "twin"> {
  const twin = twinWords(source);
  return twin === undefined ? {} : { twin };
}

/** By whose clocks cases were judged. */
export async function zonesAtWork({ database, plan }: JudgedLog): Promise<string[]> {
  const judged = await database.rows<{ book_no: number }>(
    sql`select distinct book_no from book_total order by book_no`,
  );
  return [...new Set(judged.flatMap(({ book_no }) => plan.books[book_no]?.zone.zone ?? []))];
}

function firstZone({ plan }: JudgedLog): Parameters<typeof isoInstant>[0] {
  const [zone] = plan.terms.zones;
  if (zone === undefined) throw new RangeError("a plan without a zone");
  return zone;
}

async function lateness({ database }: JudgedLog): Promise<AuditReport["lateness"]> {
  const classes = CLASSES.map((upTo, index) => sql`when late_wall <= ${upTo * SECOND_MS} then ${index}`);
  const rows = await database.rows<{ class: number; n: number }>(
    sql`select case ${joined(classes, sql` `)} else ${CLASSES.length} end as class, count(*) as n from finding where late_wall is not null group by all`,
  );
  return [...CLASSES, null].map((upTo, index) => ({
    upTo,
    findings: rows.find((row) => row.class === index)?.n ?? 0,
  }));
}

/** The worst finding of each of the worst cases. */
async function worstOf(audit: JudgedLog): Promise<Found[]> {
  const all = await found(
    audit,
    sql`outcome in ('late', 'overdue')`,
    sql`late_days desc nulls last, late_wall desc, case_id, rule_no, occurrence`,
    WORST * MOST_TERMS,
  );
  const byCase = new Map<string, Found>();
  for (const each of all) if (!byCase.has(each.row.case_id)) byCase.set(each.row.case_id, each);
  return [...byCase.values()].slice(0, WORST);
}

interface Found {
  readonly row: FindingRow;
  readonly told: ReportFinding;
}

async function found(audit: JudgedLog, where: Sql, order: Sql, limit: number): Promise<Found[]> {
  const write = findingWriter(audit);
  const rows = await audit.database.rows<FindingRow>(
    sql`select * from finding where ${where} order by ${order} limit ${limit}`,
  );
  return rows.map((row) => ({
    row,
    told: {
      finding: write(row),
      rule: row.rule_no,
      startAt: row.start_at,
      dueAt: row.due_at,
      doneAt: row.done_at,
      suspendedMs: row.suspended_ms,
      takenMs: row.taken_ms,
    },
  }));
}

async function listed(audit: Audit): Promise<AuditReport["listed"]> {
  const outcomes = OUTCOMES.filter(
    (outcome) => !HARMLESS.has(outcome) && (audit.summary.outcomes[outcome] ?? 0) > 0,
  );
  return Promise.all(
    outcomes.map(async (outcome) => ({
      outcome,
      all: audit.summary.outcomes[outcome] ?? 0,
      findings: (
        await found(
          audit,
          sql`outcome = ${value(outcome)}`,
          sql`late_wall desc nulls last, case_id, start_at, rule_no, occurrence`,
          LISTED,
        )
      ).map(({ told }) => told),
    })),
  );
}

/** What is overdue, and what falls due within so many working days, soonest first. */
export async function runningCases(
  audit: JudgedLog,
  within: number,
): Promise<Pick<AuditReport, "overdue" | "dueSoon">> {
  const overdue = await found(
    audit,
    sql`outcome = 'overdue'`,
    sql`due_at, case_id, rule_no, occurrence`,
    SOON,
  );
  return { overdue: overdue.map(({ told }) => told), dueSoon: await dueSoon(audit, within) };
}

/** Running terms that end within so many working days, soonest first. */
async function dueSoon(audit: JudgedLog, within: number): Promise<DueSoon[]> {
  const { now } = audit.order;
  if (now === undefined) return [];
  const latest = now + (within * 2 + MOST_DAYS_OFF) * DAY_MS;
  const rows = await found(
    audit,
    sql`outcome = 'running' and due_at >= ${now} and due_at <= ${latest}`,
    sql`due_at, case_id, rule_no, occurrence`,
    SOON,
  );
  return rows.flatMap(({ row, told }) => {
    const timetable = audit.plan.books[row.book_no ?? -1]?.timetable(CHANNELS[row.channel_no - 1]);
    const days =
      timetable === undefined || row.due_at === null
        ? undefined
        : workingDaysUntil(timetable, now, row.due_at);
    return days === undefined || days > within ? [] : [{ of: told, workingDays: days }];
  });
}
