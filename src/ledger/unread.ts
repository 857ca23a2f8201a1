import type { RowTopic } from "../language/structure-words.ts";
import type { Unread } from "./entry.ts";
import type { Rest } from "./plain.ts";
import { isMarked } from "./marked.ts";
import { riskiest } from "./signals.ts";

/** Rows whose cells hold rules, in every table of requirements. */
const TELLING: ReadonlySet<RowTopic> = new Set([
  "channels",
  "term",
  "form",
  "fee",
  "hours",
  "documents",
  "refusal",
]);

/** Why a sentence that gave nothing and that nothing calls plain may hold a rule, and how likely. */
export function unreadAs({ read: { statement }, signals, leaf: { row } }: Rest): Unread {
  if (row !== undefined) {
    if (row.topic === undefined || (TELLING.has(row.topic) && !row.gave)) return unread("row", "highest");
    if (row.topic === "documents" || row.topic === "refusal") return unread("item", "highest");
  }
  const lead = statement.lead;
  if (
    lead !== undefined &&
    isMarked(lead, "list-of-documents", "refusal-made", "is-ground", "refusal-grounds")
  )
    return unread("item", "highest");
  const first = riskiest(signals);
  if (first !== undefined) return unread(first.reason, first.risk);
  if (isMarked(statement, "in-case", "applicant", "document")) return unread("condition", "some");
  return unread("words", "low");
}

const unread = (reason: Unread["reason"], risk: Unread["risk"]): Unread => ({
  account: "unread",
  reason,
  risk,
});
