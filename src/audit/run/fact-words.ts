import type { Database } from "../../engine/database.ts";
import { sql, word } from "../../engine/sql.ts";
import { factPlace } from "../plan/fact-place.ts";
import type { JudgingFact } from "../plan/judging-facts.ts";

/**
 * Makes `fact_word`: every word that the log has for a fact, with its place among those that conditions tell apart; 0 where
 * it cannot be read. Words go by a part at a time, be they millions: what they come to are few.
 */
export async function readFactWords(database: Database, facts: readonly JudgingFact[]): Promise<void> {
  if (facts.length === 0) return;
  await database.run(sql`create table fact_word (fact_no bigint, written varchar, place bigint)`);
  for (const [number, fact] of facts.entries()) {
    const column = word(`fact_${fact.column}`);
    const writer = await database.writer("fact_word");
    const words = database.streamBeside<{ written: string }>(
      sql`select distinct ${column} as written from raw where ${column} is not null`,
    );
    for await (const part of words)
      for (const { written } of part) {
        writer.number(number);
        writer.text(written);
        writer.number(factPlace(fact, written));
        writer.endRow();
      }
    writer.close();
  }
}
