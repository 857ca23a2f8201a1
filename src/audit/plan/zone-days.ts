import { sql, word, type Sql } from "../../engine/sql.ts";
import { DAY, floorDiv } from "./measures.ts";

/** What a local day is found by. */
export const ZONE_DAY = ["zone_no", "utc_day", "day", "from_at", "until_at"] as const;

/** The row of `zone_day` in which an instant lies, under an alias. */
export const dayOf = (alias: string, zone: Sql, at: Sql): Sql => {
  const z = word(alias);
  return sql`zone_day ${z} on ${z}.zone_no = ${zone} and ${z}.utc_day = ${floorDiv(at, DAY)} and ${z}.from_at <= ${at} and ${at} < ${z}.until_at`;
};

/** The same of an instant that belongs to the day that it ends. */
export const dayUntil = (alias: string, zone: Sql, at: Sql): Sql => {
  const z = word(alias);
  return sql`zone_day ${z} on ${z}.zone_no = ${zone} and ${z}.utc_day = ${floorDiv(sql`${at} - 1`, DAY)} and ${z}.from_at < ${at} and ${at} <= ${z}.until_at`;
};
