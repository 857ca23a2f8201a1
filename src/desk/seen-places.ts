import { isThere, keptFile } from "../files/kept-file.ts";
import type { RulesFolder } from "../files/rules-folder.ts";
import type { LedgerEntry, Seen } from "../model/ledger.ts";
import { actId } from "./act-id.ts";
import { underReview } from "./open-act.ts";
import type { ActReading } from "./read-act.ts";
import { reviewService } from "./review-service.ts";

/**
 * What people have made of the unread words of a text, as far as `rules` holds decisions on it; `path` is where the text
 * lies. Throws `Trouble` for decisions that cannot be read.
 */
export async function seenPlaces(
  reading: ActReading,
  path: string,
  rules: RulesFolder,
): Promise<ReadonlyMap<LedgerEntry, Seen>> {
  // Of most texts nobody has decided anything, and a text may be long: then nothing is put together.
  if (!isThere(keptFile(rules, actId(path)))) return new Map();
  const act = underReview(reading, path, rules);
  const reviews = await Promise.all(act.services.map((service) => reviewService(act, service)));
  return new Map(reviews.flatMap(({ review }) => review.unread.map((place) => [place.entry, place])));
}
