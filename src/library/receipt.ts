import type { Request } from "../check/request.ts";
import type { ChannelPlan } from "../compile/plan.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Verdict } from "../model/verdict.ts";
import about from "../../package.json" with { type: "json" };
import { requestHash } from "./request-hash.ts";
import { substanceHash } from "./substance-hash.ts";

const ENGINE = { name: "tarmaq", version: about.version } as const;

/** How receipts name a book: verdicts by the same book share one naming of it. */
function named(book: Verdict["rulebook"]): Receipt["rulebook"] {
  const there = NAMED.get(book);
  if (there !== undefined) return there;
  const { id, version, sha256 = "", unread, law } = book;
  const made = {
    id,
    ...(version === undefined ? {} : { version }),
    sha256,
    unread,
    ...(typeof law === "object" ? { law: law.sha256 } : {}),
  };
  NAMED.set(book, made);
  return made;
}

const NAMED = new WeakMap<Verdict["rulebook"], Receipt["rulebook"]>();

/**
 * The receipt of a verdict; `vocabulary` is the hash of the vocabulary. Whoever has the rules of its channel at hand gets it
 * sooner.
 */
export function receiptOf(
  request: Request,
  verdict: Verdict,
  vocabulary: string,
  at?: string,
  channel?: ChannelPlan,
): Receipt {
  const { verdict: answer, calendar } = verdict;
  const ofRequest = requestHash(request);
  const rulebook = named(verdict.rulebook);
  const ofVerdict = substanceHash(verdict, channel);
  // Without spreads where nothing special is asked for: every answer of a server has one.
  if (at === undefined && calendar !== undefined)
    return { engine: ENGINE, request: ofRequest, rulebook, calendar, vocabulary, answer, verdict: ofVerdict };
  return {
    engine: ENGINE,
    ...(at === undefined ? {} : { at }),
    request: ofRequest,
    rulebook,
    ...(calendar === undefined ? {} : { calendar }),
    vocabulary,
    answer,
    verdict: ofVerdict,
  };
}
