import { valuesOf } from "../../review/rule-values.ts";
import { canonicalJson } from "../../model/canonical-json.ts";
import type { Decided } from "../../review/decided.ts";
import type { Review } from "../../review/review.ts";
import { threadFor, type Thread } from "../../review/talk.ts";
import type { Card, ComparedField } from "../../web/views.ts";

/** What was said of a card beside deciding, and whose it is to look at: its own, else as its service is. */
export function talkOf(
  { threads }: Pick<Review, "threads">,
  matter: Pick<Thread, "rule" | "place">,
): Pick<Card, "comments" | "assigned"> {
  const thread = threadFor(threads, matter);
  const assigned = thread?.assigned ?? threadFor(threads, {})?.assigned;
  return {
    ...(thread !== undefined && thread.comments.length > 0 && { comments: commentsOf(thread) }),
    ...(assigned !== undefined && { assigned }),
  };
}

export const commentsOf = ({ comments }: Pick<Thread, "comments">): NonNullable<Card["comments"]> =>
  comments.map(({ id, by, at, text }) => ({ decision: id, by, at, text }));

/** Of a rule that waits for a second person: who holds to it, and whether the reader of the page is one of them. */
export const awaitsOf = (
  { awaits, supporters }: Decided,
  reviewer: string | undefined,
): Pick<Card, "awaits"> =>
  awaits === true
    ? { awaits: { by: supporters, own: reviewer !== undefined && supporters.includes(reviewer) } }
    : {};

type Fields = ReadonlyMap<string, unknown>;
/** Fields that say where a rule stands and not what it says. */
const PLACE = new Set(["kind", "path"]);

/**
 * What people decided otherwise than the machine had read, field by field, and what a better reader reads there now. Nothing
 * where the rule stands as it was read.
 */
export function comparedOf({ positions, placed, reread }: Decided): Pick<Card, "compared"> {
  const last = positions.findLast((one) => one.action !== "reject");
  if (last === undefined) return {};
  const decided: Fields = new Map(Object.entries(last.values));
  const current: Fields | undefined = placed.candidate && new Map(Object.entries(valuesOf(placed.candidate)));
  const noted = positions.findLast((one) => one.action === "edit" && one.read !== undefined);
  const then = readThen(
    decided,
    noted?.action === "edit" ? noted.read : undefined,
    reread ? undefined : current,
  );
  const now = reread === true ? current : undefined;
  const names = [...new Set([decided, then, now].flatMap((fields) => [...(fields?.keys() ?? [])]))];
  const rows = names
    .filter((field) => !PLACE.has(field))
    .filter((field) =>
      [then, now].some((one) => one !== undefined && !isSame(one.get(field), decided.get(field))),
    )
    .map((field): ComparedField => ({
      field,
      decided: decided.get(field),
      ...(then && { read: then.get(field) }),
      ...(now && { now: now.get(field) }),
    }));
  return rows.length === 0 ? {} : { compared: rows };
}

/** What the machine had read when it was decided: as the decision keeps it, else as it still reads; an added rule: nothing. */
function readThen(
  decided: Fields,
  kept: Readonly<Record<string, unknown>> | undefined,
  current: Fields | undefined,
): Fields | undefined {
  if (kept === undefined) return current;
  const then = new Map(decided);
  for (const [field, value] of Object.entries(kept))
    if (value === null && field !== "break") then.delete(field);
    else then.set(field, value);
  return then;
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);
