import type { Database } from "../engine/database.ts";
import { list, sql, value, word, type Sql } from "../engine/sql.ts";
import { BLANKS, folded, tidied } from "../model/fold-name.ts";
import { CHANNELS } from "../model/rule.ts";
import type { LogColumn, WholeMapping } from "./mapping.ts";

/** Spellings of one name in a log, which were taken for it. */
export interface Spelling {
  readonly column: LogColumn;
  readonly name: string;
  readonly written: readonly string[];
  readonly rows: number;
}

/** Columns whose values are names, of which some are known. */
const NAMED = ["activity", "service", "channel", "provider", "reason", "document"] as const;
/** A column with more different values holds free text, which is nobody's name. */
const MOST = 100_000;

interface Written {
  readonly name: string;
  readonly rows: number;
}

/**
 * Puts the names in `raw` the way they are known: without blanks at their ends, in capitals or not as the mapping has
 * them, providers as they are mostly written or as the mapping says. Gives the spellings that were taken for one another.
 */
export async function spellAsKnown(database: Database, mapping: WholeMapping): Promise<readonly Spelling[]> {
  const found: Spelled[] = [];
  for (const column of NAMED)
    if (column === "activity" || mapping.columns[column] !== undefined)
      found.push(...spellingsOf(column, await writtenIn(database, column), mapping));
  const ids = await paddedCases(database);
  if (found.length === 0 && ids === 0) return [];
  await rename(database, new Set(found.map(({ column }) => column)), ids > 0, found);
  return [
    ...(ids === 0 ? [] : [{ column: "case" as const, name: "", written: [], rows: ids }]),
    ...found.map(({ column, name, written, rows }) => ({ column, name, written, rows })),
  ];
}

async function writtenIn(database: Database, column: LogColumn): Promise<readonly Written[]> {
  const rows = await database.rows<Written>(sql`
    select ${word(column)} as name, count(*) as rows from raw where ${word(column)} is not null group by ${word(column)} limit ${MOST + 1}
  `);
  return rows.length > MOST ? [] : rows;
}

/** Rows whose case number has blanks at its ends. Nothing else is changed of a number: it is no word. */
async function paddedCases(database: Database): Promise<number> {
  const [counted] = await database.rows<{ n: number }>(
    sql`select count(*) as n from raw where case_id <> ${TRIMMED_CASE}`,
  );
  return counted?.n ?? 0;
}

const TRIMMED_CASE = sql`trim(case_id, ${value(BLANKS)})`;

type Spelled = Spelling & { readonly pairs: readonly (readonly [string, string])[] };

/** The spellings of each name in a column that are not the name. */
function spellingsOf(
  column: (typeof NAMED)[number],
  written: readonly Written[],
  mapping: WholeMapping,
): Spelled[] {
  const nameOf = namer(column, written, mapping);
  const groups = new Map<string, Written[]>();
  for (const each of written) {
    const name = nameOf(each.name);
    if (name !== each.name) groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, spelled]) => ({
      column,
      name,
      written: spelled.map((each) => each.name).sort(),
      rows: spelled.reduce((sum, { rows }) => sum + rows, 0),
      pairs: spelled.map((each) => [each.name, name] as const),
    }));
}

/** What a value of a column is called. */
function namer(
  column: (typeof NAMED)[number],
  written: readonly Written[],
  mapping: WholeMapping,
): (value: string) => string {
  const known = knownNames(column, mapping);
  const own = new Set(known);
  const byFold = new Map<string, string | undefined>();
  for (const name of own) byFold.set(folded(name), byFold.has(folded(name)) ? undefined : name);
  if (column === "provider")
    for (const [fold, name] of mostly(written)) if (!byFold.has(fold)) byFold.set(fold, name);
  const aliases: Readonly<Record<string, string>> =
    (column === "provider" ? mapping.providers : undefined) ?? {};
  const alias = (name: string): string | undefined =>
    Object.hasOwn(aliases, name) ? aliases[name] : undefined;
  return (value) => {
    const fold = folded(value);
    // Two names of the mapping that differ in capitals alone are two: what is neither of them stays as it is written.
    const known = byFold.has(fold) ? (byFold.get(fold) ?? value) : tidied(value);
    const name = own.has(value) ? value : known;
    return alias(value) ?? alias(name) ?? name;
  };
}

/** Names of a column that the mapping or everybody knows. */
function knownNames(column: (typeof NAMED)[number], mapping: WholeMapping): readonly string[] {
  switch (column) {
    case "activity":
      return Object.keys(mapping.events);
    case "service":
      return [...Object.keys(mapping.services ?? {}), ...Object.values(mapping.services ?? {})];
    case "channel":
      return [...Object.keys(mapping.channels ?? {}), ...CHANNELS];
    case "reason":
      return Object.keys(mapping.grounds ?? {});
    case "document":
      return [...Object.keys(mapping.documents ?? {}), ...Object.values(mapping.documents ?? {})];
    case "provider":
      return [
        ...Object.keys(mapping.providers ?? {}),
        ...Object.values(mapping.providers ?? {}),
        ...Object.keys(mapping.zones ?? {}),
        ...(mapping.defaults?.provider === undefined ? [] : [mapping.defaults.provider]),
      ];
  }
}

/** Of each name the way in which most rows have it. */
function mostly(written: readonly Written[]): ReadonlyMap<string, string> {
  const rows = new Map<string, Map<string, number>>();
  for (const each of written) {
    const [fold, name] = [folded(each.name), tidied(each.name)];
    const ways = rows.get(fold) ?? new Map<string, number>();
    rows.set(fold, ways.set(name, (ways.get(name) ?? 0) + each.rows));
  }
  return new Map(
    [...rows].map(([fold, ways]) => {
      const [most] = [...ways].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return [fold, most?.[0] ?? fold];
    }),
  );
}

/** Puts a view with the names as they are known in the place of `raw`. */
async function rename(
  database: Database,
  columns: ReadonlySet<LogColumn>,
  cases: boolean,
  found: readonly Spelled[],
): Promise<void> {
  await database.fill({
    name: "known_name",
    columns: [
      ["of_column", "text"],
      ["written", "text"],
      ["name", "text"],
    ],
    rows: found.flatMap(({ column, pairs }) => pairs.map(([written, name]) => [column, written, name])),
  });
  const replaced: Sql[] = [...columns].map(
    (column) => sql`coalesce(${word(`n_${column}`)}.name, r.${word(column)}) as ${word(column)}`,
  );
  if (cases) replaced.push(sql`${TRIMMED_CASE} as case_id`);
  const joins = [...columns].map((column) => {
    const alias = word(`n_${column}`);
    return sql`left join known_name ${alias} on ${alias}.of_column = ${value(column)} and ${alias}.written = r.${word(column)}`;
  });
  const [raw] = await database.rows<{ kind: string }>(
    sql`select table_type as kind from information_schema.tables where table_name = 'raw'`,
  );
  await database.run(
    raw?.kind === "VIEW"
      ? sql`alter view raw rename to raw_as_written`
      : sql`alter table raw rename to raw_as_written`,
  );
  await database.run(sql`
    create view raw as
    select r.* replace (${list(replaced)})
    from raw_as_written r ${joinedBy(joins)}
  `);
}

const joinedBy = (joins: readonly Sql[]): Sql => joins.reduce((all, join) => sql`${all}\n${join}`, sql``);
