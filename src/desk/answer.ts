import { faults } from "../files/validate.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import { activeDecisions } from "../review/active.ts";
import type { Assignment, Comment, Decision, Dismissal, FourEyes, Standing } from "../review/decision.ts";
import { isFourEyesAsked, outcomeOf } from "../review/four-eyes.ts";
import { cardOfMatter } from "../review/matter.ts";
import { threadFor } from "../review/talk.ts";
import { isOnBook, isSaid } from "../review/book-state.ts";
import { isNamed } from "../review/own-names.ts";
import { decisionFor, type Refused, type Request, type Teller } from "../review/request.ts";
import { isSamePlace } from "../review/unread-places.ts";
import { nameTrouble, type NameTrouble } from "./name-trouble.ts";
import type { ServiceReview } from "./review-service.ts";

/** What became of a request: the decision it made, nothing because it was so already, or why it was refused. */
export type Answer =
  | { readonly is: "made"; readonly decision: Decision }
  | { readonly is: "already" }
  | {
      readonly is: "refused";
      /** In English, for the terminal. */
      readonly why: string;
      /** Where in the request or the decision; empty for the whole. */
      readonly pointer: string;
      /** Why, for those who have words of their own for it; absent where the schema has something against a field. */
      readonly code?: Refused["refused"] | NameTrouble["code"];
      /** The name that it is about, and what was likely meant by it. */
      readonly name?: string;
      readonly meant?: string;
    };

/**
 * Makes a decision of a request from outside: checks the request, makes the decision whole, and holds it against the
 * schema of decisions, so that no rule with wrong fields gets into a file.
 */
export function answer(request: unknown, now: ServiceReview, teller: Teller): Answer {
  const [fault] = faults("decision-request", request);
  if (fault !== undefined) return { is: "refused", why: fault.message, pointer: fault.pointer };
  const made = decisionFor(request as Request, { ...now, reading: now.service.reading }, teller);
  if ("refused" in made)
    return { is: "refused", why: REFUSED[made.refused](made.what), pointer: "", code: made.refused };
  const trouble = nameTrouble(made, now.review.book.vocabulary);
  if (trouble !== undefined) return { is: "refused", ...trouble };
  const [wrong] = faults("decision", made);
  if (wrong !== undefined) return { is: "refused", why: wrong.message, pointer: wrong.pointer };
  return isSoAlready(made, now) ? { is: "already" } : { is: "made", decision: made };
}

const REFUSED: Record<Refused["refused"], (what: string) => string> = {
  "no-such-rule": (what) => `there is no rule or candidate ${JSON.stringify(what)} to decide on`,
  "no-such-decision": (what) => `there is no decision ${JSON.stringify(what)}`,
  "no-such-provision": (what) => `the regulation has no provision ${JSON.stringify(what)}`,
  "words-not-there": (what) => `these words do not stand in ${JSON.stringify(what)}`,
  "nothing-unread": (what) => `these words are not among the unread ones of ${JSON.stringify(what)}`,
  "not-dismissed": (what) => `nobody has dismissed these words of ${JSON.stringify(what)}`,
  "kind-is-fixed": (what) => `the ${what} of a rule cannot be edited: reject it and add one that is right`,
  "words-are-gone": (what) =>
    `the words of ${JSON.stringify(what)} are gone from the text: reject it, or add it where they now stand`,
  "not-yours": (what) =>
    `only ${JSON.stringify(what)} can undo this; decide otherwise or settle the disagreement`,
  "nothing-to-settle": (what) => `nobody disagrees about ${JSON.stringify(what)}`,
  "not-told": (what) => `the book does not say ${JSON.stringify(what)} any more`,
  "needs-two": () => 'four eyes are lifted by two people, each with {"action":"four-eyes","asked":false}',
};

/** True where the same person's last word on the same thing is the same. */
function isSoAlready(made: Decision, now: ServiceReview): boolean {
  const { book } = now.review;
  if (made.action === "vocabulary") return isTold(made, now) && isNamed(made.vocabulary, book.vocabulary);
  if (isOnBook(made)) return isTold(made, now) && isSaid(made, book);
  if (made.action === "dismiss") return isDismissed(made, now);
  if (made.action === "comment" || made.action === "assign" || made.action === "four-eyes")
    return isTalkedAlready(made, now);
  if (made.action === "undo" || made.action === "reopen" || made.settles !== undefined) return false;
  if (made.action === "add") return isAdded(made, now);
  const known = now.review.decided.find((one) => one.rule === made.rule);
  if (known === undefined || known.placed.standing === "stale") return false;
  return known.positions.some(
    (one) =>
      one.by === made.by && outcomeOf(one) === outcomeOf(made) && one.anchor.words === made.anchor.words,
  );
}

/** True where the same person has decided the same before, with the same reasons. */
function isTold(made: Decision, { decisions }: ServiceReview): boolean {
  const told = canonicalJson({ ...made, id: "", at: "" });
  return decisions.some((one) => canonicalJson({ ...one, id: "", at: "" }) === told);
}

/** True where the same was the last word said, nothing would change hands, or four eyes stand so already. */
function isTalkedAlready(
  made: Comment | Assignment | FourEyes,
  { decisions, review }: ServiceReview,
): boolean {
  if (made.action === "four-eyes") return made.asked === isFourEyesAsked(activeDecisions(decisions));
  const thread = threadFor(review.threads, cardOfMatter(made, review) ?? {});
  if (made.action === "assign") return (thread?.assigned ?? null) === made.to;
  const last = thread?.comments.at(-1);
  return last?.by === made.by && last.text === made.text;
}

/** True where the same person has dismissed the same words for the same reason. */
const isDismissed = (made: Dismissal, now: ServiceReview): boolean =>
  now.review.unread.some(
    ({ anchor, dismissed }) =>
      isSamePlace(anchor, made.place) &&
      dismissed.some(({ by, reason, why }) => by === made.by && reason === made.reason && why === made.why),
  );

/** True where the same person has added the same rule, and it still stands, whatever was edited in it since. */
const isAdded = (made: Standing, now: ServiceReview): boolean =>
  now.decisions.some(
    (one) =>
      one.action === "add" &&
      one.by === made.by &&
      one.anchor.words === made.anchor.words &&
      outcomeOf(one) === outcomeOf(made) &&
      now.review.decided.some(({ rule }) => rule === one.rule),
  );
