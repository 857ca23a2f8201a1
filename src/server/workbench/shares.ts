import { decidedShares } from "../../desk/decided-shares.ts";
import type { ServiceReview } from "../../desk/review-service.ts";
import type { DeskShares } from "../../web/shares.tsx";

/** The shares on top of a desk: of the whole act, and of the service that was chosen, where one was. */
export function deskShares(reviews: readonly ServiceReview[], chosen: number | undefined): DeskShares[] {
  const own = reviews.filter(({ service }) => service.number === chosen);
  return [
    { of: "act", shares: decidedShares(reviews) },
    ...(own.length === 0 || reviews.length === 1
      ? []
      : [{ of: "service" as const, shares: decidedShares(own) }]),
  ];
}
