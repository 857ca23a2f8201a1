import { sql, type, type Sql } from "../../engine/sql.ts";
import type { Packing } from "./packing.ts";
import type { Reads } from "./step.ts";

/** What the log has beside case, event and time. */
export interface LogShape {
  readonly service: boolean;
  readonly channel: boolean;
  readonly provider: boolean;
  /** Some refusal has a reason: the log keeps them. */
  readonly reasons: boolean;
  /** Some times are known only within bounds. */
  readonly doubt: boolean;
  /** Some times can hardly be meant. */
  readonly outliers: boolean;
  /** Some row carries a deadline of its own. */
  readonly own: boolean;
  readonly packing: Packing;
}

/** What `numberedEvents` reads. */
export const readsOfNumbered = ({ service, channel }: LogShape): Reads => ({
  event: [
    "row_no",
    "case_id",
    "event_no",
    "earliest_at",
    "latest_at",
    "provider",
    "has_moved",
    ...(service ? (["service"] as const) : []),
    ...(channel ? (["channel"] as const) : []),
  ],
  ...(service ? { service_name: ["service", "service_no"] } : {}),
  ...(channel ? { channel_name: ["channel", "channel_no"] } : {}),
});

/** Events with the numbers of their services and channels: -1 and 0 for words that nobody knows. */
export function numberedEvents({ service, channel }: LogShape): Sql {
  const serviceNo = service
    ? sql`case when e.service is not null then coalesce(s.service_no, -1) end`
    : NOTHING;
  const channelNo = channel
    ? sql`case when e.channel is not null then coalesce(h.channel_no, 0) end`
    : NOTHING;
  return sql`
    select e.row_no, e.case_id, e.event_no, e.earliest_at, e.latest_at, e.provider, e.has_moved,
      cast(${serviceNo} as ${type("smallint")}) as service_no,
      cast(${channelNo} as ${type("smallint")}) as channel_no
    from event e${service ? sql`\nleft join service_name s on s.service = e.service` : sql``}${channel ? sql`\nleft join channel_name h on h.channel = e.channel` : sql``}
  `;
}

const NOTHING = sql`null`;
