import { numbers, sql, word } from "../../engine/sql.ts";
import type { ExplainedCase, ExplainedFact } from "../../model/explained-case.ts";
import { CHANNELS } from "../../model/rule.ts";
import { deadlinesOf } from "../plan/book.ts";
import { factPlace } from "../plan/fact-place.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { citedOf } from "./cited.ts";
import type { FindingRow } from "./finding.ts";

/** What the rows of a case tell of the facts by which terms are told apart, and whose terms it has not by them. */
export async function caseFacts(
  { database, plan }: JudgedLog,
  rows: readonly number[],
  first: FindingRow | undefined,
): Promise<Pick<ExplainedCase, "facts" | "otherCases">> {
  const { conditions } = plan.terms;
  if (conditions.facts.length === 0) return {};
  const facts: ExplainedFact[] = [];
  const places: number[] = [];
  for (const judging of conditions.facts) {
    const { fact, entry, column } = judging;
    const words = await database.rows<{ written: string }>(sql`
      select distinct ${word(`fact_${column}`)} as written from raw
      where row_no in (${numbers(rows)}) and ${word(`fact_${column}`)} is not null order by all`);
    const written = words.map((each) => each.written);
    const told = new Set(written.map((each) => factPlace(judging, each)).filter((place) => place > 0));
    const [place = 0] = told;
    places.push(told.size === 1 ? place : 0);
    facts.push({
      fact: fact.id,
      ...(entry === undefined ? {} : { labels: entry.labels }),
      written,
      understood: told.size === 1,
    });
  }
  const book = first?.book_no == null ? undefined : plan.books[first.book_no]?.book;
  const channel = CHANNELS[(first?.channel_no ?? 0) - 1];
  const others = (book === undefined ? [] : deadlinesOf(book)).filter(
    (rule) => conditions.truthOf(rule, channel, places) === 0,
  );
  return { facts, otherCases: others.map(citedOf) };
}
