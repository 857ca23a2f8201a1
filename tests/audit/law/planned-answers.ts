import type { Addressee } from "../../../src/model/rule.ts";
import { type Day, dayOf } from "../second-auditor/clock.ts";
import { judgingDeadlines } from "../second-auditor/deadlines.ts";
import type { Planning } from "./planned-cases.ts";

/** The Administrative Procedural Code is in force from here on, … */
export const CODE = dayOf("2021-07-01");
/** … and with the words of the Law of 17.12.2025 perhaps from here on. */
export const NEW_WORDS = dayOf("2025-12-28");
/** The oldest text of the Law on public services that is at hand. */
export const SURE_OF_SERVICES = dayOf("2019-07-01");

/** Who answers a complaint in how many days, by the book's own rule or the law's (Law on public services, art. 25(2)). */
export function answerRule(
  { book }: Pick<Planning, "book">,
  addressee: Addressee,
  filed: Day,
): readonly [string, number] | undefined {
  const own = judgingDeadlines(book).filter(({ toEvent }) => toEvent === "complaint-answered");
  const days = addressee === "provider" ? 5 : addressee === "authorised-body" ? 15 : 20;
  const rule = own.find(({ amount }) => amount === days)?.id;
  if (addressee === "other")
    return filed < CODE || filed >= NEW_WORDS ? undefined : ["kz-law/appk/99-old", days];
  return [rule ?? `kz-law/zgu/25-2-${addressee === "provider" ? "provider" : "authorised"}`, days];
}

/** A term of which nobody knows whether the law had it yet accuses nobody. */
export const sureSince = (sure: Day, from: Day, outcome: string, rule: string): string =>
  outcome === "late" && from < sure && rule.startsWith("kz-law/zgu") ? "cannot-be-told" : outcome;

/** The book's own rules with an answer in so many days: they judge no complaint of another addressee. */
export const ownAnswer = ({ book }: Pick<Planning, "book">, days: number): readonly string[] =>
  judgingDeadlines(book)
    .filter(({ toEvent, amount }) => toEvent === "complaint-answered" && amount === days)
    .map(({ id }) => id);
