import type { Channel } from "../../../src/model/rule.ts";
import { DAY, dayOf, HOUR, type Instant, MINUTE, SECOND, wallAt } from "./clock.ts";
import { LAW_GROUNDS } from "./general-law.ts";
import type { LogLine } from "./log.ts";
import { Lot } from "./lot.ts";
import { gap, type Happened, type Making, papersOf, timeIn } from "./messy-cases.ts";
import { officeOf } from "./office.ts";
import { type AuditedService, bookOf, CALENDARS } from "./services.ts";

/** A ground of the regulation or of the law, no word of why, or one that neither knows. */
function groundOf({ lot, book }: Making): string {
  const own = book.rules.flatMap((rule) => (rule.kind === "refusal" ? [rule.id] : []));
  return lot.one([...own, ...LAW_GROUNDS.map(({ id }) => id), "", "the moon was full"]);
}

/** How long something takes for which a term in working days runs: often as long as the term, give or take. */
const about = (making: Making, days: number): number => gap(making, days, "working-day");

/** How the service goes on once it was asked for, until it gives something or nothing. */
function courseOf(making: Making, submitted: Instant): readonly Omit<Happened, "channel">[] {
  const { lot } = making;
  const after =
    submitted + lot.one([0, MINUTE, 20 * MINUTE, 30 * MINUTE, HOUR, about(making, 1), about(making, 5)]);
  switch (lot.below(8)) {
    case 0:
      return [{ activity: "sent", at: after }];
    case 1: {
      const told = after + about(making, 3);
      return [
        { activity: "extended", at: after },
        ...(lot.chance(0.7) ? [{ activity: "notified", at: told }] : []),
        ...(lot.chance(0.8)
          ? [
              {
                activity: "result-issued",
                at: after + lot.one([about(making, 5), 40 * DAY, 61 * DAY, 70 * DAY]),
              },
            ]
          : []),
      ];
    }
    case 2: {
      const forwarded = submitted + about(making, 3);
      return [
        { activity: "forwarded", at: forwarded },
        ...(lot.chance(0.8) ? [{ activity: "result-issued", at: forwarded + (after - submitted) }] : []),
      ];
    }
    case 3: {
      const again = after + DAY + about(making, 2);
      return [
        { activity: "returned", at: after },
        { activity: "submitted", at: again },
        { activity: "result-issued", at: again + (after - submitted) },
      ];
    }
    case 4: {
      const refused = after + about(making, 4);
      return [
        ...(lot.chance(0.6)
          ? [{ activity: "hearing-notified", at: Math.max(submitted, refused - about(making, 3)) }]
          : []),
        { activity: "refused", at: refused, reason: groundOf(making) },
      ];
    }
    case 5: {
      const from = submitted + lot.one([MINUTE, HOUR, DAY]);
      const until = from + lot.one([10 * MINUTE, HOUR, DAY, 3 * DAY]);
      return [
        { activity: "suspended", at: from },
        { activity: "resumed", at: until },
        { activity: "result-issued", at: until + lot.one([0, 20 * MINUTE, HOUR, DAY]) },
      ];
    }
    case 6:
      return [];
    default:
      return [{ activity: "result-issued", at: after }];
  }
}

const ADDRESSED = ["", ":provider", ":authorised-body", ":other"] as const;

/** A complaint from its filing to its answer. */
function complaintOf(making: Making, after: Instant): readonly Omit<Happened, "channel">[] {
  const { lot, office } = making;
  const filed = timeIn(making, Math.floor(wallAt(office.zone, after) / DAY) + 1 + lot.below(3));
  const address = lot.one(ADDRESSED);
  const out: Omit<Happened, "channel">[] = [{ activity: `complaint-filed${address}`, at: filed }];
  if (lot.chance(0.5))
    out.push({ activity: "complaint-registered", at: filed + lot.one([0, MINUTE, HOUR, DAY, 3 * DAY]) });
  if (lot.chance(0.3)) out.push({ activity: "complaint-forwarded", at: filed + about(making, 3) });
  const extended = filed + about(making, 12);
  if (address === ":authorised-body" && lot.chance(0.3)) {
    out.push({ activity: "complaint-extended", at: extended });
    if (lot.chance(0.7))
      out.push({ activity: "complaint-extension-notified", at: extended + about(making, 3) });
    if (lot.chance(0.8)) out.push({ activity: "complaint-answered", at: extended + about(making, 8) });
  } else if (lot.chance(0.85))
    out.push({
      activity: "complaint-answered",
      at: filed + 3 * DAY + about(making, lot.one([3, 5, 12, 18])),
    });
  return out;
}

/** One case with what the general law speaks of: registration, extension, forwarding, return, dispatch, complaints. */
function lawfulCase(making: Making, name: string, channel: Channel): LogLine[] {
  const { lot, office, days, book } = making;
  const submitted = timeIn(making, lot.one(days));
  const all: Omit<Happened, "channel">[] = [{ activity: "submitted", at: submitted }];
  if (lot.chance(0.6))
    all.push({
      activity: "registered",
      at: submitted + lot.one([0, SECOND, MINUTE, HOUR, 15 * HOUR, DAY, 3 * DAY]),
    });
  if (lot.chance(0.15))
    all.push({
      activity: "documents-requested",
      at: submitted + HOUR,
      document: lot.one([...papersOf(book), "astrologers-opinion"]),
    });
  all.push(...courseOf(making, submitted));
  if (lot.chance(0.5)) all.push(...complaintOf(making, Math.max(...all.map(({ at }) => at))));
  return all.map(({ activity, at, reason = "", document = "" }) => ({
    case: name,
    activity,
    time: written(office.zone, at),
    channel,
    reason,
    document,
  }));
}

/** As a register writes it that knows its zone. */
function written(zone: string, at: Instant): string {
  const wall = wallAt(zone, at);
  const hours = String(Math.round((wall - at) / HOUR)).padStart(2, "0");
  return `${new Date(wall).toISOString().slice(0, 19)}+${hours}:00`;
}

/** So many cases of a service with the events of the general law, the same for the same seed. */
export function lawfulLog(
  { service, showsSatisfaction, until }: AuditedService,
  count: number,
  seed: number,
) {
  const book = bookOf(service);
  const office = officeOf(book, CALENDARS, "provider");
  const from = dayOf(book.inForce?.adopted ?? "2015-01-01") + (book.inForce?.entersAfterDays ?? -1) + 1;
  const all = Array.from({ length: dayOf(until) - from }, (_, index) => from + index);
  // The days about which the law changed come more often than others.
  const changes = ["2021-06-28", "2025-12-27", "2026-01-05", "2016-05-30"].map(dayOf);
  const near = all.filter((day) => changes.some((change) => Math.abs(day - change) <= 4));
  const days = [...all, ...near, ...near, ...near];
  const making: Making = { lot: new Lot(seed), book, office, days, showsSatisfaction };
  const offered = book.rules.flatMap((rule) => (rule.kind === "channel" ? [rule.channel] : []));
  return Array.from({ length: count }, (_, index) =>
    lawfulCase(making, `case-${index + 1}`, making.lot.one(offered)),
  ).flat();
}
