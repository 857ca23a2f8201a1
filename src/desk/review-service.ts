import { appendDecisions, readDecisions } from "../files/decisions-file.ts";
import { asItIs, begun } from "../files/kept-file.ts";
import type { Decision } from "../review/decision.ts";
import { review, type Review } from "../review/review.ts";
import type { ActUnderReview, ServiceText } from "./act.ts";
import { recited } from "./former-cites.ts";

/** What has been decided on one service, and what that comes to. */
export interface ServiceReview {
  readonly service: ServiceText;
  readonly decisions: readonly Decision[];
  readonly torn: readonly number[];
  readonly review: Review;
}

/** The decisions on one service as they now stand in its file, and what they come to. */
export async function reviewService(act: ActUnderReview, service: ServiceText): Promise<ServiceReview> {
  const { decisions, torn } = await readDecisions(asItIs(service.decisionsFile));
  const ofVersion = decisions
    .filter(({ version }) => version === act.version || act.formerVersions.includes(version))
    .map((decision) => recited(decision, service.formerCites));
  return {
    service,
    decisions: ofVersion,
    torn,
    review: review(ofVersion, service.reading, { fourEyes: act.fourEyes === true }),
  };
}

/** Adds decisions to a service's file, which begins with those that Tarmaq brings; returns when they are on the disk. */
export async function keepDecisions(
  { decisionsFile }: ServiceText,
  decisions: readonly Decision[],
): Promise<void> {
  await begun(decisionsFile);
  await appendDecisions(decisionsFile.file, decisions);
}
