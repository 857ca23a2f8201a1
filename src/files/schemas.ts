import about from "../../schemas/about.schema.json" with { type: "json" };
import amendSchema from "../../schemas/amend.schema.json" with { type: "json" };
import historySchema from "../../schemas/history.schema.json" with { type: "json" };
import decisionRequest from "../../schemas/decision-request.schema.json" with { type: "json" };
import decision from "../../schemas/decision.schema.json" with { type: "json" };
import calendar from "../../schemas/calendar.schema.json" with { type: "json" };
import calendarActs from "../../schemas/calendar-acts.schema.json" with { type: "json" };
import dueLine from "../../schemas/due-line.schema.json" with { type: "json" };
import diffSchema from "../../schemas/diff.schema.json" with { type: "json" };
import kitAnswer from "../../schemas/kit-answer.schema.json" with { type: "json" };
import kitCase from "../../schemas/kit-case.schema.json" with { type: "json" };
import lintSchema from "../../schemas/lint.schema.json" with { type: "json" };
import ownLint from "../../schemas/own-lint.schema.json" with { type: "json" };
import paritySchema from "../../schemas/parity.schema.json" with { type: "json" };
import sourcePlace from "../../schemas/source-place.schema.json" with { type: "json" };
import suppressions from "../../schemas/suppressions.schema.json" with { type: "json" };
import problem from "../../schemas/problem.schema.json" with { type: "json" };
import receipt from "../../schemas/receipt.schema.json" with { type: "json" };
import verdict from "../../schemas/verdict.schema.json" with { type: "json" };
import auditSeal from "../../schemas/audit-seal.schema.json" with { type: "json" };
import auditSummary from "../../schemas/audit-summary.schema.json" with { type: "json" };
import auditFinding from "../../schemas/audit-finding.schema.json" with { type: "json" };
import law from "../../schemas/law.schema.json" with { type: "json" };
import mapping from "../../schemas/mapping.schema.json" with { type: "json" };
import request from "../../schemas/request.schema.json" with { type: "json" };
import rule from "../../schemas/rule.schema.json" with { type: "json" };
import rulebook from "../../schemas/rulebook.schema.json" with { type: "json" };
import vocabulary from "../../schemas/vocabulary.schema.json" with { type: "json" };

/** Every schema that something handed in is held against. To add one is to add a line. */
export const SCHEMAS = {
  about,
  amend: amendSchema,
  calendar,
  calendarActs,
  dueLine,
  decision,
  "decision-request": decisionRequest,
  diff: diffSchema,
  history: historySchema,
  "kit-answer": kitAnswer,
  "kit-case": kitCase,
  lint: lintSchema,
  "own-lint": ownLint,
  parity: paritySchema,
  "source-place": sourcePlace,
  suppressions,
  problem,
  receipt,
  verdict,
  "audit-finding": auditFinding,
  "audit-seal": auditSeal,
  "audit-summary": auditSummary,
  law,
  mapping,
  request,
  rule,
  rulebook,
  vocabulary,
} as const;
export type SchemaName = keyof typeof SCHEMAS;
