import type { Database } from "../../engine/database.ts";
import { OUTCOMES, type AuditOutcome, type AuditSummary, type RefusedRows } from "../../model/audit.ts";
import { orderedBook } from "../plan/book.ts";
import { placeOf } from "./finding.ts";
import type { Plan } from "../plan/plan.ts";
import type { LogRead } from "../../log/log-source.ts";

const SAMPLES = 5;

/** Counts what was read, refused and found. */
export async function summarise(database: Database, plan: Plan, log: LogRead): Promise<AuditSummary> {
  const refused = await refusedRows(database, log);
  const [read] = await database.rows<{ n: number; cases: number }>(
    "select cast(sum(n) as bigint) as n, cast(sum(cases) as bigint) as cases from part_total",
  );
  const outcomes = await database.rows<{ outcome: AuditOutcome; n: number }>(
    "select outcome, cast(sum(findings) as bigint) as n from outcome_total group by outcome",
  );
  const reasons = await database.rows<{ outcome: AuditOutcome; reason: string; findings: number }>(
    "select outcome, reason, cast(sum(findings) as bigint) as findings from outcome_total where reason is not null group by all order by all limit 200",
  );
  const rules = await database.rows<{ rule_no: number | null; outcome: AuditOutcome; findings: number }>(
    "select rule_no, outcome, cast(sum(findings) as bigint) as findings from outcome_total group by all order by rule_no, outcome",
  );
  const [time] = await database.rows<{ taken: number | null; suspended: number | null }>(
    "select cast(sum(taken) as bigint) as taken, cast(sum(suspended) as bigint) as suspended from part_total",
  );
  const notMapped = await database.rows<{ activity: string; rows: number }>(
    `select t.activity, t.n - coalesce(d.n, 0) as rows from tally t
left join activity_event a on a.activity = t.activity
left join (select activity, count(*) as n from raw where row_no in (select row_no from duplicate) group by activity) d on d.activity = t.activity
where t.refused is null and a.activity is null and t.n > coalesce(d.n, 0) order by rows desc, t.activity limit 100`,
  );
  const judged = await database.rows<{ book_no: number; cases: number }>(
    "select book_no, cast(sum(cases) as bigint) as cases from book_total group by book_no",
  );
  const casesOf = new Map<number, number>();
  for (const { book_no, cases } of judged) {
    const book = orderedBook(plan.books, book_no);
    casesOf.set(book, (casesOf.get(book) ?? 0) + cases);
  }
  const asked = new Set(
    plan.books
      .filter((_, number) => casesOf.has(number))
      .flatMap(({ book }) => book.rules.map(({ id }) => id)),
  );
  const count = refused.reduce((sum, { rows }) => sum + rows, 0);
  const [raw] = await database.rows<{ n: number }>("select count(*) as n from raw");
  const inFile = (raw?.n ?? 0) + log.unreadable.reduce((sum, { rows }) => sum + rows, 0);
  return {
    files: log.files.map(({ name }) => name),
    rows: { inFile, read: read?.n ?? 0, refused: count },
    refused,
    notMapped,
    strangers: await strangers(database, plan),
    cases: read?.cases ?? 0,
    outcomes: Object.fromEntries(
      OUTCOMES.flatMap((outcome) =>
        outcomes.filter((row) => row.outcome === outcome).map((row) => [outcome, row.n]),
      ),
    ),
    reasons,
    rules: rules.map(({ rule_no, outcome, findings }) => {
      const entry = rule_no === null ? undefined : plan.terms.rules[rule_no];
      const book = entry === undefined ? undefined : plan.books[entry.book]?.book;
      return {
        rule: entry?.rule.id ?? null,
        service: book?.id ?? null,
        kind: entry?.rule.kind ?? null,
        term: entry?.rule.kind === "deadline" ? { amount: entry.rule.amount, unit: entry.rule.unit } : null,
        version: book?.version ?? null,
        cite: entry?.rule.cite ?? null,
        outcome,
        findings,
      };
    }),
    time: { provider: (time?.taken ?? 0) / 1000, suspended: (time?.suspended ?? 0) / 1000 },
    notAudited: plan.terms.notAudited
      .filter(({ rule }) => asked.has(rule.id))
      .map(({ rule, because }) => ({
        rule: rule.id,
        cite: rule.cite,
        because,
      })),
    rulebooks: plan.books.flatMap(({ book, inZone }, number) =>
      inZone !== undefined
        ? []
        : [
            {
              id: book.id,
              version: book.version ?? null,
              drafts: book.rules.filter(({ review }) => review?.status === "draft").length,
              cases: casesOf.get(number) ?? 0,
            },
          ],
    ),
  };
}

/** Providers with a zone in the mapping whom neither the log nor the mapping's default names. */
async function strangers(database: Database, { mapping }: Plan): Promise<string[]> {
  if (mapping.zones === undefined) return [];
  const seen = await database.rows<{ provider: string }>(
    "select distinct provider from raw where provider is not null",
  );
  const known = new Set([...seen.map(({ provider }) => provider), mapping.defaults?.provider]);
  return Object.keys(mapping.zones).filter((provider) => !known.has(provider));
}

/** Rows that the reader or the clock refused, by reason. */
async function refusedRows(database: Database, log: LogRead): Promise<RefusedRows[]> {
  const counted = await database.rows<{ reason: string; rows: number }>(
    `select refused as reason, cast(sum(n) as bigint) as rows from tally where refused is not null group by refused
union all select 'duplicate', count(*) from duplicate having count(*) > 0 order by reason`,
  );
  const places = await database.rows<{ reason: string; row: number }>(
    `select refused as reason, unnest(samples) as row from tally where refused is not null
union all (select 'duplicate', row_no from duplicate order by row_no limit ${SAMPLES}) order by all`,
  );
  const shown = counted.flatMap(({ reason }) =>
    places.filter((place) => place.reason === reason).slice(0, SAMPLES),
  );
  const words =
    shown.length === 0
      ? []
      : await database.rows<{ row: number; text: string }>(`
select row_no as row, left(concat_ws(' | ', case_id, activity, cast(time as varchar)), 200) as text
from raw where row_no in (${shown.map(({ row }) => row).join(", ")})`);
  const textOf = new Map(words.map(({ row, text }) => [row, text]));
  const sampled = shown.map(({ reason, row }) => ({ reason, row, text: textOf.get(row) ?? "" }));
  const own = counted.map(({ reason, rows }) => ({
    reason,
    rows,
    samples: sampled.filter((sample) => sample.reason === reason),
  }));
  const place = ({
    row,
    text,
  }: {
    row: number;
    text: string;
  }): { row: number; file: string; text: string } => ({
    row: placeOf(log.files, row).line,
    file: placeOf(log.files, row).file,
    text,
  });
  return [...log.unreadable, ...own].map(({ reason, rows, samples }) => ({
    reason,
    rows,
    samples: samples.map(place),
  }));
}
