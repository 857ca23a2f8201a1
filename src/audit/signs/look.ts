import { sql } from "../../engine/sql.ts";
import type { NotLookedBecause, Sign, SignGroup, SignName } from "../../model/signs.ts";
import { fisherAtLeast, type Marked } from "../../chance/chance.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import type { Exactness } from "./entries.ts";

/** What one group of entries shows of a sign, before it is known what else was looked at; rows are row numbers. */
export interface Seen extends Omit<Sign, "sign" | "rows"> {
  readonly rows: readonly number[];
}

/** What was looked at for one sign. */
export interface Look {
  readonly seen: readonly Seen[];
  /** Groups that were left alone, each by why. */
  readonly notLooked: readonly NotLookedBecause[];
}

/** A sign that is looked for in a log that has been judged: one a file. */
export interface SignLooker {
  readonly name: SignName;
  readonly look: (audit: JudgedLog, exactness: Exactness) => Promise<Look>;
}

/** Entries of a group that are fewer tell nothing. */
export const LEAST = 20;
/** Rows that are named of a group. */
export const SAMPLES = 5;

/** By whom entries are put together: all, by provider, by official there. */
export const GROUPED = sql`group by grouping sets ((), (provider), (provider, actor))`;
/** Whose a row of such a question is. */
export const WHOSE = sql`provider, actor, grouping(provider) as is_log, grouping(actor) as is_office`;

/** A row of such a question. */
export interface Whose {
  readonly provider: string | null;
  readonly actor: string | null;
  readonly is_log: number;
  readonly is_office: number;
}

/** The group that a row is of; none where nobody is named. */
export function groupOf({ provider, actor, is_log, is_office }: Whose): SignGroup | undefined {
  if (is_log === 1) return { of: "log", provider: null, official: null };
  if (is_office === 1) return provider === null ? undefined : { of: "provider", provider, official: null };
  return actor === null ? undefined : { of: "official", provider, official: actor };
}

/** Numbers that DuckDB gives in a list; an empty list is none. */
export const listed = (rows: readonly (number | bigint)[] | null): readonly number[] =>
  (rows ?? []).map(Number);

/** Rows by group; the log's own first. */
export function byGroup<Row extends Whose>(rows: readonly Row[]): readonly { group: SignGroup; row: Row }[] {
  return rows
    .flatMap((row) => {
      const group = groupOf(row);
      return group === undefined ? [] : [{ group, row }];
    })
    .sort((a, b) => (keyOf(a.group) < keyOf(b.group) ? -1 : 1));
}

const keyOf = ({ of, provider, official }: SignGroup): string =>
  JSON.stringify([["log", "provider", "official"].indexOf(of), provider, official]);

/** How many of so many would have a mark by the share of others: half an entry more of these, so that what never happened is not taken for what cannot. */
export const expectedBy = (all: number, others: Marked): number =>
  (all * (others.seen + 0.5)) / (others.all + 1);

/** A group's entries and how many of them have the mark. */
interface Counted extends Whose, Marked {
  readonly sample: readonly (number | bigint)[] | null;
}

/** Holds groups against all others of the log; `more` is what a sign tells beside. */
export function againstOthers<Row extends Counted>(
  groups: readonly { group: SignGroup; row: Row }[],
  whole: Marked | undefined,
  more: (row: Row) => Partial<Seen> = () => ({}),
): Look {
  return lookOf(
    groups.map(({ group, row }) => {
      if (row.all < LEAST) return "too-few";
      const others = { all: (whole?.all ?? 0) - row.all, seen: (whole?.seen ?? 0) - row.seen };
      if (others.all < LEAST) return "no-others";
      return {
        ...group,
        entries: row.all,
        seen: row.seen,
        expected: expectedBy(row.all, others),
        against: "others",
        chance: fisherAtLeast(row, others),
        ...more(row),
        rows: listed(row.sample),
      };
    }),
  );
}

/** What was seen, and why the others were left alone. */
export const lookOf = (told: readonly (Seen | NotLookedBecause)[]): Look => ({
  seen: told.filter((one) => typeof one !== "string"),
  notLooked: told.filter((one) => typeof one === "string"),
});
