import type { CommonHashes } from "../../library/told.ts";
import { hashOf } from "../../model/print.ts";
import type { Receipt } from "../../model/receipt.ts";
import type { Verdict } from "../../model/verdict.ts";

/** What answers by the same book have in common between their own parts, as bytes. */
export interface Frame {
  readonly calendar: Verdict["calendar"];
  readonly notHeld: Verdict["notHeld"];
  /** From the end of the deadlines to the first reason. */
  readonly toReasons: Buffer;
  readonly hashes: Omit<CommonHashes, "waiting">;
  /** From the last reason to the request's hash in the receipt. */
  readonly toRequest: Buffer;
  /** From there to the answer in the receipt. */
  readonly toAnswer: Buffer;
}

/** Verdicts by one book share what is hashed here. */
const HASHES = new WeakMap<object, string>();

function hashOnce(value: object): string {
  const there = HASHES.get(value);
  if (there !== undefined) return there;
  const made = hashOf(value);
  HASHES.set(value, made);
  return made;
}

/** Of all verdicts by the book of this one. */
export function frameOf({ rulebook, calendar, notHeld }: Verdict, receipt: Receipt): Frame {
  const ofCalendar = calendar === undefined ? "" : `,"calendar":${JSON.stringify(calendar)}`;
  return {
    calendar,
    notHeld,
    toReasons: Buffer.from(
      `],"rulebook":${JSON.stringify(rulebook)}${ofCalendar},"notHeld":${JSON.stringify(notHeld)},"reasons":[`,
    ),
    hashes: {
      calendar: calendar === undefined ? undefined : hashOnce(calendar),
      notHeld: hashOnce(notHeld),
      rulebook: hashOnce(rulebook),
    },
    toRequest: Buffer.from(`],"receipt":{"engine":${JSON.stringify(receipt.engine)},"request":"`),
    toAnswer: Buffer.from(
      `","rulebook":${JSON.stringify(receipt.rulebook)}${ofCalendar},"vocabulary":"${receipt.vocabulary}","answer":"`,
    ),
  };
}
