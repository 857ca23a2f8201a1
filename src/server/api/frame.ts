import { canonicalJson, quoted } from "../../model/canonical-json.ts";
import type { Receipt } from "../../model/receipt.ts";
import type { Verdict } from "../../model/verdict.ts";

/** What answers by the same book, through one channel, have in common between their own parts, as bytes. */
export interface Frame {
  readonly calendar: Verdict["calendar"];
  readonly notHeld: Verdict["notHeld"];
  readonly channel: Verdict["channel"];
  readonly beforeDeadlines: Buffer;
  readonly beforeOpenFindings: Buffer;
  readonly beforeSubmitted: Buffer;
  /** From the end of the answer to the request's hash in the receipt. */
  readonly beforeRequest: Buffer;
  /** From there to the answer in the receipt. */
  readonly beforeAnswer: Buffer;
}

/** Of all verdicts by the book of this one and through its channel. */
export function frameOf({ rulebook, calendar, notHeld, channel, service }: Verdict, receipt: Receipt): Frame {
  const ofCalendar = calendar === undefined ? "" : `,"calendar":${canonicalJson(calendar)}`;
  return {
    calendar,
    notHeld,
    channel,
    beforeDeadlines: Buffer.from(`${ofCalendar},"channel":"${channel}","deadlines":`),
    beforeOpenFindings: Buffer.from(`,"notHeld":${canonicalJson(notHeld)},"openFindings":`),
    beforeSubmitted: Buffer.from(
      `,"rulebook":${canonicalJson(rulebook)},"service":${quoted(service)},"submitted":`,
    ),
    beforeRequest: Buffer.from(`,"receipt":{"engine":${canonicalJson(receipt.engine)},"request":"`),
    beforeAnswer: Buffer.from(
      `","rulebook":${canonicalJson(receipt.rulebook)}${ofCalendar},"vocabulary":"${receipt.vocabulary}","answer":"`,
    ),
  };
}
