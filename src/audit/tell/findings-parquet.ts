import { joined, list, sql, value, word, type Sql } from "../../engine/sql.ts";
import { LANGUAGES } from "../../model/language.ts";
import type { ReadFile } from "../../model/read-file.ts";
import { canonicalJson } from "../../model/canonical-json.ts";
import { ROUND_MARK } from "../../model/round.ts";
import { CHANNELS } from "../../model/rule.ts";
import { SECOND_MS } from "../../model/time-units.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** Writes all findings to a file as Parquet, in order. Instants are UTC there; lengths are seconds. */
export async function writeFindingsParquet(audit: JudgedLog, file: string): Promise<void> {
  await fillTexts(audit);
  await fillLines(audit);
  const { files } = audit.log;
  const channels = sql`
    select channel_no, min(channel) as channel from channel_name
    where channel in (${list(CHANNELS.map(value))}) group by channel_no`;
  await audit.database.run(sql`
    copy (
      select ${caseNumber(sql`f.case_id`)} as "case", b.service, f.provider, c.channel, r.rule, b.version, f.outcome, f.reason,
        ${seconds(sql`f.margin`)} as margin,
        ${instant(sql`f.start_at`)} as start_utc, ${instant(sql`f.due_at`)} as due_utc, ${instant(sql`f.done_at`)} as done_utc,
        ${seconds(sql`f.late_wall`)} as late_wall_seconds, ${seconds(sql`f.late_open`)} as late_working_seconds,
        f.late_days as late_working_days,
        ${seconds(sql`f.taken_ms`)} as taken_seconds, ${seconds(sql`f.suspended_ms`)} as suspended_seconds,
        r.cite, coalesce(ss.line, ${lineIn(files, sql`f.start_row`)}) as start_row, coalesce(sd.line, ${lineIn(files, sql`f.done_row`)}) as done_row,
        ${roundNumber(sql`f.case_id`)} as round, ${list(LANGUAGES.map((language) => sql`r.${word(`cite_${language}`)}`))}, f.held_by
      from finding f
      left join rule_text r on r.rule_no = f.rule_no
      left join book_text b on b.book_no = f.book_no
      left join shared_line ss on ss.first_row <= f.start_row and f.start_row <= ss.last_row
      left join shared_line sd on sd.first_row <= f.done_row and f.done_row <= sd.last_row
      left join (${channels}) c on c.channel_no = f.channel_no
      order by f.case_id, f.rule_no, f.occurrence, f.outcome, f.start_at, f.start_row
    ) to ${value(file)} (format parquet${sealIn(audit)})`);
}

/** The seal among the file's own metadata, under this key, as JSON. */
const SEAL_KEY = "tarmaq.seal";

const sealIn = ({ order: { seal } }: JudgedLog): Sql =>
  seal === undefined ? sql`` : sql`, kv_metadata {${value(SEAL_KEY)}: ${value(canonicalJson(seal))}}`;

/** Makes tables of what rules and books are called. */
async function fillTexts({ plan, database }: JudgedLog): Promise<void> {
  await database.fill({
    name: "rule_text",
    columns: [
      ["rule_no", "bigint"],
      ["rule", "text"],
      ["cite", "text"],
      ...LANGUAGES.map((language): [string, "text"] => [`cite_${language}`, "text"]),
    ],
    rows: plan.terms.rules.map(({ rule }, number) => [
      number,
      rule.id,
      rule.cite,
      ...LANGUAGES.map((language) => rule.ofLaw?.cites[language] ?? null),
    ]),
  });
  await database.fill({
    name: "book_text",
    columns: [
      ["book_no", "bigint"],
      ["service", "text"],
      ["version", "text"],
    ],
    rows: plan.books.map(({ book }, number) => [number, book.id, book.version ?? null]),
  });
}

/** Makes a table of the lines on which several rows stand. */
const fillLines = ({ log, database }: JudgedLog): Promise<void> =>
  database.fill({
    name: "shared_line",
    columns: [
      ["first_row", "bigint"],
      ["last_row", "bigint"],
      ["line", "bigint"],
    ],
    rows: log.files.flatMap(({ shared = [] }) => shared.map(({ first, last, line }) => [first, last, line])),
  });

/** Of a millisecond. */
const MICROSECONDS = 1000;

const seconds = (ms: Sql): Sql => sql`${ms} / ${SECOND_MS}.0`;
const instant = (ms: Sql): Sql => sql`make_timestamp(${ms} * ${MICROSECONDS})`;

const MARKED = `${ROUND_MARK}([0-9]+)$`;
const caseNumber = (key: Sql): Sql => sql`regexp_replace(${key}, ${value(MARKED)}, '')`;
const roundNumber = (key: Sql): Sql =>
  sql`coalesce(try_cast(regexp_extract(${key}, ${value(MARKED)}, 1) as bigint), 1)`;

/** The line of a row in its file. */
function lineIn(files: readonly ReadFile[], row: Sql): Sql {
  const lastFirst = files.slice(1).reverse();
  const whens = lastFirst.map(({ before }) => sql`when ${row} > ${before} then ${before}`);
  return whens.length === 0 ? row : sql`${row} - case ${joined(whens, sql` `)} else 0 end`;
}
