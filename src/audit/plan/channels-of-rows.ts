import { joined, numbers, sql, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import type { Pair } from "./pairs.ts";

/** For each row the channels that rows of its event name which can have been before it, or at once. */
const FIRST_ENDS = sql`
  select e.row_no, min(o.channel_no) as least, max(o.channel_no) as greatest, count(*) - count(o.channel_no) as nameless
  from unclear_event e
  join unclear_event o on o.case_id = e.case_id and o.event_no = e.event_no and o.earliest_at <= e.latest_at and e.earliest_at <= o.latest_at
  group by e.row_no
`;

/** Where a term's channel is that of a row, not of its case: which pairs that is so of, and how a span is told it. */
export class ChannelsOfRows {
  /** Numbers of the pairs whose channel the starting row names, and of those whose channel the ending row does. */
  readonly byStart: readonly number[];
  readonly byEnd: readonly number[];

  constructor(pairs: readonly Pair[], { channel }: LogShape) {
    const where = (is: Pair["channelOf"]): number[] =>
      channel ? pairs.flatMap(({ channelOf }, number) => (channelOf === is ? [number] : [])) : [];
    this.byStart = where("start");
    this.byEnd = where("end");
  }

  get areRead(): boolean {
    return this.byStart.length > 0 || this.byEnd.length > 0;
  }

  /**
   * The channel of a span `p`. A complaint that names none came by a way that nobody knows, whatever the request's was; a
   * handing out that names none, as its case did.
   */
  get ofSpan(): Sql {
    const cases = [
      ...(this.byStart.length === 0
        ? []
        : [
            sql`when p.pair_no in (${numbers(this.byStart)}) and p.start_row is not null then coalesce(p.start_channel_no, d.channel_no, 0)`,
          ]),
      ...(this.byEnd.length === 0
        ? []
        : [
            sql`when p.pair_no in (${numbers(this.byEnd)}) then case when h.least <> h.greatest or (h.nameless > 0 and h.least <> p.channel_no) then 0 else coalesce(h.least, p.channel_no) end`,
          ]),
    ];
    return sql`case ${joined(cases, sql` `)} else p.channel_no end`;
  }

  /**
   * What `ofSpan` needs beside `p`. Of a case that names two channels every row is at hand, of others none is needed. Where
   * two rows can each have been the one that ended it, and name two channels, nobody knows it.
   */
  get joins(): Sql {
    const defaults = this.byStart.length === 0 ? sql`` : sql`\ncross join log_default d`;
    const ends =
      this.byEnd.length === 0 ? sql`` : sql`\nleft join (${FIRST_ENDS}) h on h.row_no = p.done_row`;
    return sql`${defaults}${ends}`;
  }
}
