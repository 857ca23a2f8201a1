import type { Database } from "../../engine/database.ts";
import { sql } from "../../engine/sql.ts";
import { OUTCOMES, type AuditOutcome, type AuditSummary, type RuleCount } from "../../model/audit.ts";
import { orderedBook } from "../plan/book.ts";
import type { Plan } from "../plan/plan.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { caseGroups } from "./case-groups.ts";
import { citedOf } from "./cited.ts";
import { durations } from "./durations.ts";
import { factsOfLog } from "./facts-of-log.ts";
import { handovers } from "./handovers.ts";
import { judgedRules } from "./judged-rules.ts";
import { lawOf } from "./law.ts";
import { notInLog } from "./not-in-log.ts";
import { periodTold } from "./period-told.ts";
import { outlierRows, refusedRows } from "./refused-rows.ts";
import { SECOND_MS } from "../../model/time-units.ts";
import { fileName, wholeFiles, type ReadFile } from "../../model/read-file.ts";

/** An audit that has run, and what it comes to. */
export interface Audit extends JudgedLog {
  readonly summary: AuditSummary;
}

const MOST_REASONS = 200;
const MOST_ACTIVITIES = 100;
const MOST_SPELLINGS = 200;

/** Counts what was read, refused and found. */
export async function summarise(audit: JudgedLog): Promise<AuditSummary> {
  const { database, plan, log } = audit;
  const refused = await refusedRows(database, log);
  const total = await totals(database);
  const period = await periodTold(audit);
  const casesOf = await casesByBook(database, plan);
  const asked = new Set(
    plan.books
      .filter((_, number) => casesOf.has(number))
      .flatMap(({ book }) => book.rules.map(({ id }) => id)),
  );
  const unread = log.unreadable.reduce((sum, { rows }) => sum + rows, 0);
  return {
    seal: audit.order.seal ?? null,
    period,
    files: log.files.map(fileName),
    ...mappedBy(log.files),
    ...(log.sheets === undefined ? {} : { sheets: log.sheets }),
    rows: {
      inFile: (await database.count("raw")) + unread,
      read: (total?.row_count ?? 0) + (period?.rows ?? 0),
      refused: refused.reduce((sum, { rows }) => sum + rows, 0),
    },
    refused,
    notMapped: await notMapped(database),
    outliers: await outlierRows(database, log),
    spellings: log.spellings.slice(0, MOST_SPELLINGS),
    notInLog: await notInLog(database, plan.mapping, log.files),
    mappedEventsSeen: await mappedEventsSeen(database),
    strangers: await strangers(database, plan),
    cases: total?.case_count ?? 0,
    ...(await worst(database)),
    casesBy: await caseGroups(audit),
    durations: await durations(audit),
    handovers: await handovers(audit),
    usedAgain: await usedAgain(database),
    outcomes: await outcomesOf(database),
    reasons: await database.rows<AuditSummary["reasons"][number]>(REASONS),
    rules: await ruleCounts(database, plan),
    judged: await judgedRules(audit),
    time: {
      provider: (total?.provider_ms ?? 0) / SECOND_MS,
      suspended: (total?.suspended_ms ?? 0) / SECOND_MS,
    },
    notAudited: plan.terms.notAudited
      .filter(({ rule }) => rule.ofLog !== undefined || asked.has(rule.id))
      .map(({ rule, because, lacking }) => ({
        rule: rule.id,
        ...citedOf(rule),
        because,
        ...(lacking === undefined ? {} : { lacking }),
      })),
    ...(await factsOfLog(audit)),
    lastHour: audit.order.lastHour ?? null,
    law: await lawOf(audit),
    rulebooks: rulebooksOf(plan, casesOf),
  };
}

/** Which files were read by which pattern of the mapping, where it has patterns. */
function mappedBy(files: readonly ReadFile[]): Pick<AuditSummary, "mappedBy"> {
  const matched = wholeFiles(files).flatMap(({ name, mappedBy: match }) =>
    match === undefined ? [] : [{ file: name, match }],
  );
  return matched.length === 0 ? {} : { mappedBy: matched };
}

interface Totals {
  readonly row_count: number;
  readonly case_count: number;
  readonly provider_ms: number | null;
  readonly suspended_ms: number | null;
}

async function totals(database: Database): Promise<Totals | undefined> {
  const [total] = await database.rows<Totals>(sql`
    select cast(sum(row_count) as bigint) as row_count, cast(sum(case_count) as bigint) as case_count,
      cast(sum(provider_ms) as bigint) as provider_ms, cast(sum(suspended_ms) as bigint) as suspended_ms
    from part_total
  `);
  return total;
}

async function worst(database: Database): Promise<Pick<AuditSummary, "breached" | "untold">> {
  const [counted] = await database.rows<{ breached: number; untold: number }>(sql`
    select cast(coalesce(sum(breached), 0) as bigint) as breached, cast(coalesce(sum(untold), 0) as bigint) as untold from worst_total
  `);
  return { breached: counted?.breached ?? 0, untold: counted?.untold ?? 0 };
}

async function mappedEventsSeen(database: Database): Promise<boolean> {
  const [counted] = await database.rows<{ n: number }>(sql`
    select count(*) as n from tally t join activity_event a on a.activity = t.activity where t.refused is null
  `);
  return (counted?.n ?? 0) > 0;
}

/** A case of several rounds has rows in its second one, and so on: all but the first are counted there. */
async function usedAgain(database: Database): Promise<AuditSummary["usedAgain"]> {
  const [counted] = await database.rows<{ numbers: number; later: number }>(sql`
    select count(distinct case_id) as numbers, count(distinct (case_id, round_no)) as later from round_row where round_no > 1
  `);
  return { numbers: counted?.numbers ?? 0, rounds: (counted?.later ?? 0) + (counted?.numbers ?? 0) };
}

/** Cases by the book that judged them, as it was ordered. */
async function casesByBook(database: Database, { books }: Plan): Promise<ReadonlyMap<number, number>> {
  const judged = await database.rows<{ book_no: number; cases: number }>(
    sql`select book_no, cast(sum(case_count) as bigint) as cases from book_total group by book_no`,
  );
  const casesOf = new Map<number, number>();
  for (const { book_no, cases } of judged) {
    const book = orderedBook(books, book_no);
    casesOf.set(book, (casesOf.get(book) ?? 0) + cases);
  }
  return casesOf;
}

async function outcomesOf(database: Database): Promise<AuditSummary["outcomes"]> {
  const rows = await database.rows<{ outcome: AuditOutcome; n: number }>(
    sql`select outcome, cast(sum(findings) as bigint) as n from outcome_total group by outcome`,
  );
  return Object.fromEntries(
    OUTCOMES.flatMap((outcome) =>
      rows.filter((row) => row.outcome === outcome).map((row) => [outcome, row.n]),
    ),
  );
}

const REASONS = sql`
  select outcome, reason, cast(sum(findings) as bigint) as findings from outcome_total
  where reason is not null group by all order by all limit ${MOST_REASONS}
`;

async function ruleCounts(database: Database, plan: Plan): Promise<RuleCount[]> {
  const rows = await database.rows<{ rule_no: number | null; outcome: AuditOutcome; findings: number }>(sql`
    select rule_no, outcome, cast(sum(findings) as bigint) as findings from outcome_total
    group by all order by rule_no, outcome
  `);
  return rows.map(({ rule_no, outcome, findings }) => {
    const entry = rule_no === null ? undefined : plan.terms.rules[rule_no];
    const book = entry === undefined ? undefined : plan.books[entry.book]?.book;
    return {
      rule: entry?.rule.id ?? null,
      service: book?.id ?? null,
      kind: entry?.rule.kind ?? null,
      term:
        entry?.rule.kind === "deadline" && entry.rule.ofLog === undefined
          ? { amount: entry.rule.amount, unit: entry.rule.unit }
          : null,
      version: book?.version ?? null,
      ...(entry === undefined ? { cite: null } : citedOf(entry.rule)),
      outcome,
      findings,
    };
  });
}

/** Activities that the mapping does not name, duplicates left out. */
const notMapped = (database: Database): Promise<AuditSummary["notMapped"]> =>
  database.rows<AuditSummary["notMapped"][number]>(sql`
    select t.activity, t.row_count - coalesce(d.row_count, 0) as rows from tally t
    left join activity_event a on a.activity = t.activity
    left join (
      select activity, count(*) as row_count from raw where row_no in (select row_no from duplicate) group by activity
    ) d on d.activity = t.activity
    where t.refused is null and a.activity is null and t.row_count > coalesce(d.row_count, 0)
    order by rows desc, t.activity limit ${MOST_ACTIVITIES}
  `);

/** Providers with a zone in the mapping whom neither the log nor the mapping's default names. */
async function strangers(database: Database, { mapping }: Plan): Promise<string[]> {
  if (mapping.zones === undefined) return [];
  const seen = await database.rows<{ provider: string }>(
    sql`select distinct provider from raw where provider is not null`,
  );
  const known = new Set([...seen.map(({ provider }) => provider), mapping.defaults?.provider]);
  return Object.keys(mapping.zones).filter((provider) => !known.has(provider));
}

const rulebooksOf = ({ books }: Plan, casesOf: ReadonlyMap<number, number>): AuditSummary["rulebooks"] =>
  books.flatMap(({ book, inZone }, number) =>
    inZone !== undefined
      ? []
      : [
          {
            id: book.id,
            version: book.version ?? null,
            drafts: book.rules.filter(({ review }) => review?.status === "draft").length,
            unread: book.unread ?? "unknown",
            cases: casesOf.get(number) ?? 0,
          },
        ],
  );
