import { fisherAtLeast, holm } from "../../chance/chance.ts";
import { comparedShare } from "../../chance/compared-share.ts";
import type { AuditOutcome, AuditSummary, RuleCount } from "../../model/audit.ts";
import { canonicalJson } from "../../model/canonical-json.ts";
import type { TermDurations } from "../../model/case-group.ts";
import type {
  Became,
  ComparedGroup,
  ComparedMedian,
  ComparedShare,
  Comparison,
  ComparisonDoubt,
} from "../../model/comparison.ts";
import type { Duration } from "../../model/duration.ts";

/** What of a summary two audits are compared by. */
export type ComparedSummary = Pick<
  AuditSummary,
  "files" | "period" | "seal" | "rules" | "casesBy" | "durations" | "rulebooks"
>;

/** At or below it chance hardly explains a difference, all that were asked about taken together. */
const HARDLY = 0.05;
const DIGITS = 1e6;

type Counts = Partial<Record<AuditOutcome, number>>;
type Pair = Omit<ComparedGroup, "chance" | "became">;

/** Holds an audit against an earlier one: all terms together, by rule and by provider. */
export function compareAudits(then: ComparedSummary, now: ComparedSummary): Comparison {
  const pairs = [...allTerms(then, now), ...rules(then, now), ...providers(then, now)];
  const asked = pairs.filter(isAsked);
  const chances = holm(asked.map(chanceOf));
  return {
    then: { files: then.files, period: then.period, seal: then.seal?.sha256 ?? null },
    doubts: doubtsOf(then, now),
    groups: pairs.map((pair) => {
      const at = asked.indexOf(pair);
      const chance = at < 0 ? null : Math.round((chances[at] ?? 1) * DIGITS) / DIGITS;
      return { ...pair, became: becameOf(pair, chance), chance };
    }),
    months: then.casesBy.month.flatMap(({ key, terms }) =>
      key === null ? [] : [{ month: key, ...comparedShare(terms ?? {}) }],
    ),
  };
}

const isAsked = ({ then, now, terms }: Pair): boolean =>
  then.decided > 0 && now.decided > 0 && terms === undefined;

/** Fisher's exact test of two shares, two-sided by twice the smaller tail. */
function chanceOf({ then, now }: Pair): number {
  const [before, after] = [marked(then), marked(now)];
  return Math.min(1, 2 * Math.min(fisherAtLeast(before, after), fisherAtLeast(after, before)));
}

const marked = ({ met, decided }: ComparedShare): { seen: number; all: number } => ({
  seen: met,
  all: decided,
});

function becameOf({ then, now }: Pair, chance: number | null): Became {
  if (chance === null || then.share === null || now.share === null) return "nothing";
  if (chance > HARDLY) return "chance-can";
  return now.share > then.share ? "better" : "worse";
}

function allTerms(then: ComparedSummary, now: ComparedSummary): Pair[] {
  const of = ({ rules: counts }: ComparedSummary): ComparedShare =>
    comparedShare(summed(counts.filter(({ kind }) => kind === "deadline")));
  return [{ of: "all", key: null, then: of(then), now: of(now) }];
}

function summed(counts: readonly Pick<RuleCount, "outcome" | "findings">[]): Counts {
  const sums: Counts = {};
  for (const { outcome, findings } of counts) sums[outcome] = (sums[outcome] ?? 0) + findings;
  return sums;
}

function rules(then: ComparedSummary, now: ComparedSummary): Pair[] {
  const of = ({ rules: counts }: ComparedSummary, id: string): RuleCount[] =>
    counts.filter(({ rule, kind }) => rule === id && kind === "deadline");
  const ids = [then, now].flatMap(({ rules: counts }) =>
    counts.flatMap(({ rule, kind }) => (rule === null || kind !== "deadline" ? [] : [rule])),
  );
  return [...new Set(ids)].sort().map((id) => {
    const [before, after] = [of(then, id), of(now, id)];
    return {
      of: "rule",
      key: id,
      then: comparedShare(summed(before)),
      now: comparedShare(summed(after)),
      ...termsOf(before, after),
      ...mediansOf(then.durations, now.durations, id),
    };
  });
}

/** The lengths of a term that is another now. */
function termsOf(before: readonly RuleCount[], after: readonly RuleCount[]): Pick<ComparedGroup, "terms"> {
  const [then, now] = [before[0]?.term, after[0]?.term];
  return then == null || now == null || isAlike(then, now) ? {} : { terms: { then, now } };
}

const isAlike = (one: Duration, other: Duration): boolean =>
  one.amount === other.amount && one.unit === other.unit;

/** Medians of a rule that each audit judged by one version. */
function mediansOf(
  then: readonly TermDurations[],
  now: readonly TermDurations[],
  id: string,
): Pick<ComparedGroup, "medians"> {
  const [before, after] = [only(then, id), only(now, id)];
  if (before === undefined || after === undefined) return {};
  return { medians: { then: before, now: after, became: quickened(before, after) } };
}

function only(all: readonly TermDurations[], id: string): ComparedMedian | undefined {
  const [one, ...more] = all.filter(({ rule }) => rule === id);
  if (one === undefined || more.length > 0) return undefined;
  return { ended: one.ended, median: one.median, low: one.low, high: one.high };
}

function quickened(then: ComparedMedian, now: ComparedMedian): Became {
  if (then.low === null || then.high === null || now.low === null || now.high === null) return "nothing";
  if (now.high < then.low) return "better";
  return now.low > then.high ? "worse" : "chance-can";
}

function providers(then: ComparedSummary, now: ComparedSummary): Pair[] {
  const of = ({ casesBy }: ComparedSummary): Map<string, Counts> =>
    new Map(casesBy.provider.flatMap(({ key, terms = {} }) => (key === null ? [] : [[key, terms] as const])));
  const [before, after] = [of(then), of(now)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((key) => ({
    of: "provider",
    key,
    then: comparedShare(before.get(key) ?? {}),
    now: comparedShare(after.get(key) ?? {}),
  }));
}

function doubtsOf(then: ComparedSummary, now: ComparedSummary): ComparisonDoubt[] {
  const [before, after] = [then.seal, now.seal];
  const books = ({ rulebooks }: ComparedSummary): string =>
    canonicalJson(
      rulebooks.filter(({ cases }) => cases > 0).map(({ id, version }) => `${id}@${version ?? ""}`),
    );
  const isOther = (of: (seal: NonNullable<AuditSummary["seal"]>) => unknown): boolean =>
    before !== null && after !== null && canonicalJson(of(before)) !== canonicalJson(of(after));
  return [
    ...(isOther(({ options: { drafts, withoutLaw, lastHour } }) => ({ drafts, withoutLaw, lastHour }))
      ? (["options"] as const)
      : []),
    ...(books(then) === books(now) ? [] : (["rulebooks"] as const)),
    ...(isOther(({ engine }) => engine) ? (["program"] as const) : []),
    ...(holdsSame(then, now) ? (["same-cases"] as const) : []),
  ];
}

/** Both read a file that is the same, and their periods overlap. */
function holdsSame(then: ComparedSummary, now: ComparedSummary): boolean {
  const hashes = new Set(then.seal?.log.map(({ sha256 }) => sha256));
  if (now.seal?.log.some(({ sha256 }) => hashes.has(sha256)) !== true) return false;
  const before = (one: ComparedSummary, other: ComparedSummary): boolean =>
    (one.period?.until ?? "9999") < (other.period?.from ?? "");
  return !before(then, now) && !before(now, then);
}
