import type { ActUnderReview } from "../../desk/act.ts";
import { answer } from "../../desk/answer.ts";
import { keptWithFourEyes } from "../../desk/four-eyes.ts";
import { keepDecisions, reviewService } from "../../desk/review-service.ts";
import type { Teller } from "../../review/request.ts";
import { unreadAnchor } from "../../review/unread-places.ts";
import { placeKey } from "./cards.ts";
import type { Turns } from "./turns.ts";

/** A place with the same words as one that is dismissed, of which the same is to be said. */
export interface AlikeAsked {
  readonly service: number;
  readonly path: string;
  readonly words: string;
}

/**
 * Says of further places what was said of the first, a decision for each of them; what is no unread place any more is passed
 * over. Gives the places that were decided on.
 */
export async function dismissAlike(
  act: ActUnderReview,
  turns: Turns,
  places: readonly AlikeAsked[],
  said: object,
  teller: Teller,
): Promise<readonly string[]> {
  const done: string[] = [];
  for (const { service: number, path, words } of places) {
    const service = act.services.find((one) => one.number === number);
    if (service === undefined) continue;
    await turns.take(service.decisionsFile.file, async () => {
      const now = await reviewService(act, service);
      const result = answer({ ...said, action: "dismiss", path, words }, now, teller);
      if (result.is !== "made") return;
      await keepDecisions(now, keptWithFourEyes(act, now, result.decision, teller));
      done.push(placeKey({ anchor: unreadAnchor({ path, quote: words }) }));
    });
  }
  return done;
}
