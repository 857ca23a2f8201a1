import { fileDecisions } from "../store/files/file-decisions.ts";
import type { KeptDecisions } from "../store/kept-decisions.ts";
import type { Decision } from "../review/decision.ts";
import { review, type Review } from "../review/review.ts";
import type { ActUnderReview, ServiceText } from "./act.ts";
import { recited } from "./former-cites.ts";

/** What has been decided on one service, and what that comes to. */
export interface ServiceReview {
  readonly service: ServiceText;
  readonly decisions: readonly Decision[];
  /** How many are kept, of other versions as well. */
  readonly seen: number;
  readonly torn: readonly number[];
  readonly review: Review;
}

/** The decisions on one service as they now stand in its file, and what they come to. */
export async function reviewService(act: ActUnderReview, service: ServiceText): Promise<ServiceReview> {
  const { decisions, torn } = await decisionsOf(service).read();
  const ofVersion = decisions
    .filter(({ version }) => version === act.version || act.formerVersions.includes(version))
    .map((decision) => recited(decision, service.formerCites));
  return {
    service,
    decisions: ofVersion,
    seen: decisions.length,
    torn,
    review: review(ofVersion, service.reading, { fourEyes: act.fourEyes === true }),
  };
}

/** Where the decisions on a service are kept. */
export const decisionsOf = ({
  stored,
  decisionsFile,
}: Pick<ServiceText, "stored" | "decisionsFile">): KeptDecisions => stored ?? fileDecisions(decisionsFile);

/**
 * Adds decisions that were made on what a review has seen; returns when they are on the disk. Throws `Overtaken` where
 * another server has added others meanwhile.
 */
export async function keepDecisions(
  { service, seen }: Pick<ServiceReview, "service" | "seen">,
  decisions: readonly Decision[],
): Promise<void> {
  await decisionsOf(service).append(decisions, seen);
}
