import { isoDate } from "../calendar/iso-instant.ts";
import { effectiveStart } from "../calendar/start.ts";
import type { Timetable } from "../calendar/timetable.ts";
import { localDay } from "../calendar/zone-table.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import { PRESENT, UNDATED } from "../model/document-state.ts";
import type { LawCited } from "../model/verdict.ts";
import type { Known } from "./known.ts";

/**
 * Marks documents that were good on the day of handing in and no longer are on the day on which the request is taken, which
 * at night or on a day off is a later one. A ground of expired documents is about who hands in such (`мерзімі өтіп кеткен
 * құжаттарды ұсынған`, «при представлении … документов с истекшим сроком действия»): the day of handing in decides. Where
 * no such ground covers the document, nobody can tell which day does.
 */
export function markTakenLater(
  plan: Plan,
  channel: ChannelPlan,
  known: Known,
  instant: number | undefined,
  table: Timetable | undefined,
): void {
  if (instant === undefined || table === undefined || (!table.moves && !table.movesByLaw)) return;
  const taken = effectiveStart(instant, table);
  if (taken === instant || Number.isNaN(taken)) return;
  const takenOn = isoDate(localDay(table.zone, taken));
  const { documents, places } = known;
  for (let slot = 0; slot < documents.length; slot += 1) {
    const seen = documents[slot];
    const place = plan.facts.length + slot;
    if (seen?.validUntil === undefined || places[place] !== PRESENT || seen.validUntil >= takenOn) continue;
    const decidedBy = groundOfExpired(channel, slot);
    documents[slot] =
      decidedBy === undefined ? { ...seen, state: "unknown", takenOn } : { ...seen, takenOn, decidedBy };
    if (decidedBy === undefined) places[place] = UNDATED;
  }
}

/** The ground of the channel that is about a document handed in when it had expired. */
function groundOfExpired({ aboutDocuments, groups }: ChannelPlan, slot: number): LawCited | undefined {
  const ground = aboutDocuments.find(
    ({ about, covered }) =>
      about === "expired" &&
      (covered === undefined ||
        groups.some(({ members }) =>
          members.some(({ document, words }) => document === slot && covered.has(words.rule)),
        )),
  );
  if (ground === undefined) return undefined;
  const { rule, cite, cites, law } = ground.words;
  return {
    rule,
    cite,
    ...(cites === undefined ? {} : { cites }),
    ...(law === "perhaps" ? { perhaps: true as const } : {}),
  };
}
