import type { Packing } from "./packing.ts";

/** What the log has beside case, event and time. */
export interface LogShape {
  readonly service: boolean;
  readonly channel: boolean;
  readonly provider: boolean;
  /** Some times are known only within bounds. */
  readonly doubt: boolean;
  readonly packing: Packing;
}

/** Events with the numbers of their services and channels: -1 and 0 for words that nobody knows. */
export function numberedEvents({ service, channel }: LogShape): string {
  return `
select e.row_no, e.case_id, e.event_no, e.t, e.hi, e.provider,
  cast(${service ? "case when e.service is not null then coalesce(s.service_no, -1) end" : "null"} as smallint) as service_no,
  cast(${channel ? "case when e.channel is not null then coalesce(h.channel_no, 0) end" : "null"} as smallint) as channel_no
from event e${service ? "\nleft join service_name s on s.service = e.service" : ""}${channel ? "\nleft join channel_name h on h.channel = e.channel" : ""}`.trim();
}
