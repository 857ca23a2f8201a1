import MEANINGS from "./column-meanings.json" with { type: "json" };

/** A column of the plan that has one meaning wherever it stands. */
export type ColumnOfOurs = keyof typeof MEANINGS;
/** A column that keeps the first event of certain numbers in a case: `event_4_5_packed` (`sides.ts`). */
export type SideColumn = `event_${number}_${string}`;
/** Every column by its name. */
export type ColumnName = ColumnOfOurs | SideColumn;

const TEXTS: ReadonlySet<string> = new Set<ColumnOfOurs>([
  "activity",
  "case_id",
  "channel",
  "class",
  "deemed",
  "disorder",
  "document",
  "duty",
  "outcome",
  "provider",
  "provider_least",
  "provider_greatest",
  "reason",
  "service",
  "unknown_because",
  "untold_because",
  "written_as",
]);

/** Whether a column holds words or whole numbers. */
export const typeOf = (column: ColumnName): "text" | "bigint" => (TEXTS.has(column) ? "text" : "bigint");

const OF_SIDE: Readonly<Record<string, string>> = {
  packed:
    "The earliest instant of the case's first event numbered {numbers}, and its row, in one number. Null: it has none.",
  earliest: "The earliest instant of the case's first event numbered {numbers}. Null: it has none.",
  latest: "The latest instant that the case's first event numbered {numbers} can have. Null: it has none.",
  channel:
    "Number of the channel that the row of the case's only event numbered {numbers} names. Null: it names none.",
  which: "Number of the case's only event of those numbered {numbers}.",
  last_packed:
    "The earliest instant of the case's last event numbered {numbers}, and its row, in one number.",
};

/** What a column holds, in one sentence. */
export function meaningOf(column: ColumnName): string {
  const side = /^event_(\d+(?:_\d+)*)_([a-z_]+)$/.exec(column);
  if (side === null) return MEANINGS[column as ColumnOfOurs];
  const [, numbers = "", what = ""] = side;
  return (OF_SIDE[what] ?? "").replace("{numbers}", numbers.replaceAll("_", " or "));
}
