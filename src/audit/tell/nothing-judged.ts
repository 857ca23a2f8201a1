import type { AuditSummary } from "../../model/audit.ts";
import { Trouble } from "../../model/trouble.ts";

/** Names that a message lists. */
const SHOWN = 5;

/**
 * The trouble of an audit that judged nothing: no rule has judged a case, or told that it cannot. Its silence is no
 * acquittal. Undefined where something was judged.
 */
export function nothingJudged(summary: AuditSummary): Trouble | undefined {
  const told =
    summary.rules.some(({ rule }) => rule !== null) || summary.judged.some(({ cases }) => cases > 0);
  if (told) return undefined;
  return new Trouble(`nothing was judged: ${why(summary)}`, {
    file: summary.files.join(", "),
    wayOut: "Nothing found is no acquittal. audit LOG --suggest-map proposes a mapping for this log.",
  });
}

function why(summary: AuditSummary): string {
  const { rows, refused, notInLog, reasons, cases, judged, period } = summary;
  if (rows.inFile === 0) return "the log has no events";
  if (rows.read === 0)
    return `all ${rows.inFile} rows were refused (${refused.map(({ reason, rows: count }) => `${reason}: ${count}`).join(", ")})`;
  const events = notInLog.flatMap(({ field, name }) => (field === "events" ? [name] : []));
  const known = summary.notMapped.map(({ activity }) => activity);
  if (events.length > 0 && !summary.mappedEventsSeen)
    return `the log has none of the activities that the mapping names (${quoted(events)}); it has ${quoted(known)}`;
  if (cases === 0 && period !== null)
    return `none of the ${period.cases.before + period.cases.after + period.cases.without} cases is of the period by ${period.by.join(", ")}`;
  const noBook = reasons.filter(({ reason }) => reason === "no-version" || reason === "unknown-service");
  const left = noBook.reduce((sum, { findings }) => sum + findings, 0);
  if (left >= cases && cases > 0)
    return `no rulebook is in force for any of the ${cases} cases (${noBook.map(({ reason, findings }) => `${reason}: ${findings}`).join(", ")})`;
  const because = [...new Set(judged.flatMap(({ because }) => (because === null ? [] : [because])))];
  return `no rule found a case to judge among ${cases} (${because.join(", ")})`;
}

const quoted = (names: readonly string[]): string =>
  names
    .slice(0, SHOWN)
    .map((name) => JSON.stringify(name))
    .join(", ") + (names.length > SHOWN ? ", …" : "");
