import { activeDecisions } from "../review/active.ts";
import type { Decision } from "../review/decision.ts";
import { isFourEyesAsked } from "../review/four-eyes.ts";
import type { Teller } from "../review/request.ts";
import type { ActUnderReview } from "./act.ts";
import { answer } from "./answer.ts";
import type { ServiceReview } from "./review-service.ts";

/**
 * A decision as it is kept: where four eyes were asked for when the desk was opened, and nothing in the file says so yet, a
 * decision that does goes before it, so that nobody who builds the book later can forget it.
 */
export function keptWithFourEyes(
  act: Pick<ActUnderReview, "fourEyes">,
  now: ServiceReview,
  decision: Decision,
  teller: Teller,
): readonly Decision[] {
  if (act.fourEyes !== true || isFourEyesAsked(activeDecisions(now.decisions))) return [decision];
  const asked = answer({ action: "four-eyes", asked: true }, now, teller);
  return asked.is === "made" ? [asked.decision, decision] : [decision];
}
