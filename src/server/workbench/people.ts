import type { ServiceReview } from "../../desk/review-service.ts";

/** The people who are known: those who may sign in, those who have decided, and those whom something is assigned to. */
export function peopleOf(own: readonly string[], reviews: readonly ServiceReview[]): readonly string[] {
  const told = reviews.flatMap(({ decisions }) => decisions.map(({ by }) => by));
  const assigned = reviews.flatMap(({ review }) => review.threads.flatMap((thread) => thread.assigned ?? []));
  return [...new Set([...own, ...told, ...assigned])].sort();
}
