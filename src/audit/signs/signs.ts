import type { LookedFor, NotLookedBecause, Sign, Signs } from "../../model/signs.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { placeIn } from "../tell/finding.ts";
import { batches } from "./batches.ts";
import { beforeDue } from "./before-due.ts";
import { holm } from "../../chance/chance.ts";
import { exactnessOf, makeEntries } from "./entries.ts";
import { firstDigits } from "./first-digits.ts";
import type { Look, SignLooker } from "./look.ts";
import { offHours } from "./off-hours.ts";
import { outOfOrder } from "./out-of-order.ts";
import { roundTimes } from "./round-times.ts";

/** Every sign that is looked for, in the order in which they are told. To add one is to add a file and a line here. */
const LOOKERS: readonly SignLooker[] = [beforeDue, batches, roundTimes, outOfOrder, offHours, firstDigits];

/** What is told: hardly by chance, and large enough to look into. */
const TOLD = { chance: 0.01, times: 2, more: 5 };

/**
 * Looks for signs that entries were made to look otherwise than things went, in a log that has been judged. They accuse
 * nobody: each is a figure, what was to be expected, and how often chance alone would show as much, all questions that were
 * asked of the log taken into account. What was not looked at is told with its reason.
 */
export async function lookForSigns(audit: JudgedLog): Promise<Signs> {
  await makeEntries(audit);
  const exactness = await exactnessOf(audit);
  const { entries, dates } = exactness;
  const looks: { name: SignLooker["name"]; look: Look }[] = [];
  for (const { name, look } of LOOKERS)
    looks.push({
      name,
      look: entries === 0 ? nothing(dates > 0 ? "dates-only" : "no-terms") : await look(audit, exactness),
    });
  const place = placeIn(audit.log);
  const all = looks.flatMap(({ name, look }) => look.seen.map((seen) => ({ name, seen })));
  const chances = holm(all.map(({ seen }) => seen.chance));
  const found = all.flatMap(({ name, seen }, index): Sign[] => {
    const chance = chances[index] ?? 1;
    const isTold =
      chance <= TOLD.chance &&
      seen.seen >= seen.expected * TOLD.times &&
      seen.seen - seen.expected >= TOLD.more;
    return isTold ? [{ ...seen, sign: name, chance, rows: seen.rows.map(place) }] : [];
  });
  return { found, looked: looks.map(({ name, look }) => lookedFor(name, look)), told: TOLD };
}

const nothing = (because: NotLookedBecause): Look => ({ seen: [], notLooked: [because] });

function lookedFor(sign: SignLooker["name"], { seen, notLooked }: Look): LookedFor {
  const reasons = [...new Set(notLooked)];
  return {
    sign,
    groups: seen.length,
    notLooked: reasons.map((because) => ({
      because,
      groups: notLooked.filter((one) => one === because).length,
    })),
  };
}
