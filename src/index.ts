// Everything that `import … from "tarmaq"` gives. Each function says what it takes, gives and refuses where it is written.
export { openLibrary, type Library } from "./package/open-library.ts";
export { read, type Outline, type Reading, type ReadOptions, type Twin } from "./package/read.ts";
export { due, type DueAnswer, type DueOptions, type Late } from "./package/due.ts";
export { diff, type DiffOptions } from "./package/diff.ts";
export { lint, type LintOptions } from "./package/lint.ts";
export type { Fault, Result } from "./package/result.ts";
export type { TextSource } from "./package/text-source.ts";

export type { AuditAnswer, AuditOptions } from "./package/audit-log.ts";
export type { Begun, CheckAnswer, CheckOptions, FormOptions, LibraryOptions } from "./package/judging.ts";
export type { AssertedFinding, Request, RequestDocument } from "./check/request.ts";
export type { ServiceAtHand, ServiceVersion } from "./library/services.ts";
export type { Mapping } from "./log/mapping.ts";
export type { AuditFinding, AuditOutcome, AuditSummary } from "./model/audit.ts";
export type { Change, Comparison, ServiceComparison } from "./model/change.ts";
export type { DueExplanation } from "./model/due-explanation.ts";
export type { DueLine } from "./model/due-line.ts";
export type { Finding } from "./model/finding.ts";
export type { Language } from "./model/language.ts";
export type { LedgerEntry } from "./model/ledger.ts";
export type { Receipt } from "./model/receipt.ts";
export type { Candidate, Channel, Kind, Rule } from "./model/rule.ts";
export type { UnreadShare } from "./model/unread-share.ts";
export type { Answer, Reason, StartedTerm, Verdict } from "./model/verdict.ts";
export type { LintFinding, LintReport } from "./report/lint/json.ts";
export type { Rulebook } from "./rulebook/rulebook.ts";
export type { Provision } from "./structure/provision.ts";
