import { setImmediate as nextTurn } from "node:timers/promises";
import type { Signer } from "../../library/sign.ts";
import type { Library } from "../../library/library.ts";
import { dateOf } from "../../model/in-force.ts";
import { CHANNELS } from "../../model/rule.ts";
import { Judge } from "../api/judged.ts";
import { tried } from "../api/together.ts";

/** A judge that has judged by every rulebook once: whoever asks first does not wait for it to be made ready. */
export async function warmed(library: Library, signer?: Signer): Promise<Judge> {
  const judge = new Judge(library, signer);
  for (const { book } of library.volumes) {
    const { inForce, act, id } = book;
    const day = (inForce && dateOf(inForce.from)) ?? inForce?.adopted ?? act?.date;
    if (day === undefined) continue;
    // What a book cannot be judged by is told to whoever asks.
    for (const channel of CHANNELS)
      tried(() => judge.judge({ service: id, channel, submitted: `${day}T10:00` }, WORDING));
    await nextTurn();
  }
  return judge;
}

const WORDING = { lang: "ru", reasons: "decisive" } as const;
