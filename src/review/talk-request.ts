import { matterAsked, type MatterAsked } from "./matter.ts";
import type { Matter } from "./decision.ts";
import type { Reading } from "./reading.ts";
import type { Review } from "./review.ts";

/** What a reviewer asks for beside deciding: a word on a card or a service, who is to look at it, four eyes. */
export type TalkRequest =
  | ({ readonly action: "comment"; readonly text: string; readonly why?: string } & MatterAsked)
  /** `to`: a person's name; null: nobody's any more. */
  | ({ readonly action: "assign"; readonly to: string | null; readonly why?: string } & MatterAsked)
  /** That a rule judges only once two people have accepted it; `asked: false` lifts it once two people say so. */
  | { readonly action: "four-eyes"; readonly asked: boolean; readonly why?: string };

/** What such a request comes to, or why to nothing. */
export function talkFor(
  request: TalkRequest,
  { review, reading }: { readonly review: Review; readonly reading: Reading },
):
  | ({ readonly action: "comment"; readonly text: string } & Matter)
  | ({ readonly action: "assign"; readonly to: string | null } & Matter)
  | { readonly action: "four-eyes"; readonly asked: boolean }
  | { readonly refused: "no-such-rule" | "nothing-unread"; readonly what: string } {
  if (request.action === "four-eyes") return { action: "four-eyes", asked: request.asked };
  const matter = matterAsked(request, review, reading);
  if ("refused" in matter) return matter;
  return request.action === "comment"
    ? { action: "comment", text: request.text, ...matter }
    : { action: "assign", to: request.to, ...matter };
}
