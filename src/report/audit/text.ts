import type { Language } from "../../model/language.ts";
import {
  HARMLESS,
  OUTCOMES,
  type AuditOutcome,
  type AuditSummary,
  type RuleCount,
} from "../../model/audit.ts";
import { termText } from "../amounts.ts";
import { casesText } from "./cases.ts";
import { comparisonText } from "./comparison.ts";
import { headText } from "./head-text.ts";
import { heldAgainst, judgedNone } from "./judged-rules.ts";
import { sealText } from "./seal.ts";
import { sampleText } from "./sample.ts";
import { signsText } from "./signs.ts";
import { factLines } from "./facts.ts";
import { spellingLines } from "./spellings.ts";
import { AuditWords } from "./words.ts";

const DEADLINE_OUTCOMES = ["met", "late", "running", "overdue", "cannot-be-told"] as const;

/** The summary of an audit as a person reads it in a terminal. */
export function auditText(summary: AuditSummary, language: Language): string {
  const words = new AuditWords(language);
  const parts = [
    headText(summary, words),
    deadlines(summary, words),
    held(summary, words),
    others(summary, words),
    casesText(summary, words),
    comparisonText(summary, words),
    reasons(summary, words),
  ];
  const { signs, sample } = summary;
  const beyond = [
    signs === undefined ? "" : signsText(signs, language),
    sample === undefined ? "" : sampleText(sample, language),
  ];
  return `${[...parts, left(summary, words), ...beyond, sealText(summary.seal, language)].filter((part) => part !== "").join("\n\n")}\n`;
}

/** Deadlines by rule: how many of each outcome, and the share in time of those that are decided. */
function deadlines(summary: AuditSummary, words: AuditWords): string {
  const rules = new Map<string, RuleCount[]>();
  for (const count of summary.rules)
    if (count.kind === "deadline") {
      const key = `${count.service} ${count.rule}@${count.version}`;
      rules.set(key, [...(rules.get(key) ?? []), count]);
    }
  if (rules.size === 0) return "";
  const header = [
    words.label("deadlines"),
    words.label("judgedCases"),
    ...DEADLINE_OUTCOMES.map((outcome) => words.outcome(outcome)),
    words.label("inTime"),
  ];
  const services = new Set([...rules.values()].map(([first]) => first?.service));
  const names = namesOf(
    [...rules.values()].flatMap(([first]) => first ?? []),
    words,
  );
  let service: string | null | undefined;
  const rows = [...rules.values()].flatMap((counts) => {
    const of = (outcome: AuditOutcome): number =>
      counts.find((count) => count.outcome === outcome)?.findings ?? 0;
    const decided = of("met") + of("late") + of("overdue");
    const share = decided === 0 ? "–" : words.number((100 * of("met")) / decided, 1);
    const heading = services.size > 1 && counts[0]?.service !== service ? [[counts[0]?.service ?? ""]] : [];
    service = counts[0]?.service;
    return [
      ...heading,
      [
        names.get(counts[0]) ?? "",
        words.number(judgedBy(summary, counts[0])),
        ...DEADLINE_OUTCOMES.map((outcome) => words.number(of(outcome))),
        share,
      ],
    ];
  });
  return table([header, ...rows]);
}

/** How many cases a rule judged, in the version that was counted. */
const judgedBy = ({ judged }: AuditSummary, count: RuleCount | undefined): number =>
  judged.find(
    ({ rule, service, version }) =>
      rule === count?.rule && service === count.service && version === count.version,
  )?.cases ?? 0;

/** What was looked at beside deadlines, so that nothing found there is seen to be found in something. */
function held(summary: AuditSummary, words: AuditWords): string {
  const lines = heldAgainst(summary, words).map(
    ({ cases, what }) => `  ${words.number(cases).padStart(7)}  ${what}`,
  );
  return lines.length === 0 ? "" : [`${words.label("heldAgainst")}:`, ...lines].join("\n");
}

/** What each deadline is called: its citation and its length, and its id too where two of a service are called alike. */
function namesOf(
  counts: readonly RuleCount[],
  words: AuditWords,
): ReadonlyMap<RuleCount | undefined, string> {
  const keyOf = (count: RuleCount): string => `${count.service} ${ruleText(count, words)}`;
  const alike = new Map<string, number>();
  for (const count of counts) alike.set(keyOf(count), (alike.get(keyOf(count)) ?? 0) + 1);
  return new Map(
    counts.map((count) => {
      const own = alike.get(keyOf(count)) === 1 ? "" : ` (${ownPart(count)})`;
      return [count, `${ruleText(count, words)}${own}`];
    }),
  );
}

/** The id of a rule without that of its service, and the version, of which one log can have two. */
const ownPart = ({ rule, service, version }: RuleCount): string =>
  `${rule?.replace(`${service}/`, "") ?? ""}@${version}`;

/** A deadline by its citation and its length. */
function ruleText(count: RuleCount, words: AuditWords): string {
  const term = count.term == null ? "" : `, ${termText(count.term.amount, count.term.unit, words.language)}`;
  return `${words.cite(count)}${term}`;
}

function others(summary: AuditSummary, words: AuditWords): string {
  const told = OUTCOMES.filter((outcome) => !(DEADLINE_OUTCOMES as readonly string[]).includes(outcome));
  const lines = told.flatMap((outcome) =>
    byCite(summary.rules.filter((count) => count.outcome === outcome)).map(
      ([rule, findings]) =>
        `  ${words.number(findings).padStart(7)}  ${words.outcome(outcome)}${rule.cite === null ? "" : ` (${words.cite(rule)})`}`,
    ),
  );
  if (lines.length > 0) return [`${words.label("other")}:`, ...lines].join("\n");
  const wrong = Object.keys(summary.outcomes).some((outcome) => !HARMLESS.has(outcome as AuditOutcome));
  if (wrong) return "";
  return words.label(summary.judged.some(({ cases }) => cases > 0) ? "none" : "nothingJudged");
}

/** What was found by citation: rules that stand in one provision are told in one line. */
function byCite(counts: readonly RuleCount[]): readonly (readonly [RuleCount, number])[] {
  const sums = new Map<string | null, readonly [RuleCount, number]>();
  for (const count of counts) {
    const [first, sum] = sums.get(count.cite) ?? [count, 0];
    sums.set(count.cite, [first, sum + count.findings]);
  }
  return [...sums.values()];
}

function reasons(summary: AuditSummary, words: AuditWords): string {
  const lines = summary.reasons
    .filter(({ outcome }) => outcome === "cannot-be-told")
    .map(({ reason, findings }) => `  ${words.number(findings).padStart(7)}  ${words.reason(reason)}`);
  return lines.length === 0 ? "" : [`${words.label("whyNot")}:`, ...lines].join("\n");
}

/** What the audit left alone. */
function left(summary: AuditSummary, words: AuditWords): string {
  const rules = judgedNone(summary, words).map(({ what, why }) => `  ${what}: ${why ?? ""}`);
  const spellings = spellingLines(summary, words).map((line) => `  ${line}`);
  const names = summary.notInLog.map(({ field, name }) => `  ${words.field(field)}: ${name}`);
  const activities = summary.notMapped.map(
    ({ activity, rows }) => `  ${words.number(rows).padStart(7)}  ${activity}`,
  );
  const strangers = summary.strangers.map((provider) => `  ${provider}`);
  const facts = factLines(summary, words).map((line) => `  ${line}`);
  return [
    ...(facts.length === 0 ? [] : [[`${words.label("factsOfCases")}:`, ...facts].join("\n")]),
    ...(strangers.length === 0 ? [] : [[`${words.label("strangers")}:`, ...strangers].join("\n")]),
    ...(spellings.length === 0 ? [] : [[`${words.label("spellings")}:`, ...spellings].join("\n")]),
    ...(names.length === 0 ? [] : [[`${words.label("notInLog")}:`, ...names].join("\n")]),
    ...(rules.length === 0 ? [] : [[`${words.label("judgedNone")}:`, ...rules].join("\n")]),
    ...(activities.length === 0 ? [] : [[`${words.label("notMapped")}:`, ...activities].join("\n")]),
  ].join("\n\n");
}

/** Columns wide enough for what is in them; the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}
