import { sql, type Sql } from "../../engine/sql.ts";
import { found, NO_NUMBER } from "./found.ts";
import type { LogShape } from "./log-shape.ts";
import { NEVER } from "./measures.ts";
import { tableStep, type Step } from "./step.ts";

/** The book's grounds are not all at hand, and this one is not among those that are. */
const NOT_HELD = sql`holds_grounds = 0 and is_mapped = 0`;

/** Without a word of why, nobody can tell; nor whether a ground of one channel is one of a channel that is not known. */
export const REFUSAL_FINDING: Step = tableStep("refusal_finding", {
  says: "Refusals on a ground that the book does not know for the channel.",
  reads: {
    refused_row: [
      "case_no",
      "rule_no",
      "reason",
      "holds_grounds",
      "untold_because",
      "is_mapped",
      "earliest_at",
      "row_no",
    ],
  },
  gives: found({
    case_no: sql`case_no`,
    rule_no: sql`rule_no`,
    outcome: sql`case when reason is null or untold_because is not null or (${NOT_HELD}) then 'cannot-be-told' else 'unknown-ground' end`,
    reason: sql`case when reason is null then 'no-ground-given' when untold_because is not null then untold_because when ${NOT_HELD} then 'not-held' else reason end`,
    seen_at: sql`earliest_at`,
    start_at: sql`earliest_at`,
    due_at: NO_NUMBER,
    row_no: sql`row_no`,
  }),
  from: sql`
    from refused_row
    where rule_no is null
  `,
});

/** Documents that were asked for and that the book does not list for the channel. */
export const documentStep = (requested: number): Step =>
  tableStep("document_finding", {
    says: "Documents that were asked for and that the book does not list.",
    reads: {
      kept_event: ["case_id", "event_no", "earliest_at", "row_no", "document"],
      judged_case: ["case_id", "case_no", "book_no", "channel_no", "channel_tie"],
      book_holds: ["book_no", "holds_documents"],
      document_name: ["written_as", "document"],
      listed_document: ["book_no", "channel_no", "document", "untold_because"],
    },
    gives: found({
      case_no: sql`j.case_no`,
      rule_no: NO_NUMBER,
      outcome: sql`case when h.holds_documents = 0 or l.document is not null then 'cannot-be-told' else 'unlisted-document' end`,
      reason: sql`case when h.holds_documents = 0 then 'not-held' when l.document is null then e.document when j.channel_tie = 1 then 'tie' else l.untold_because end`,
      seen_at: sql`e.earliest_at`,
      start_at: sql`e.earliest_at`,
      due_at: NO_NUMBER,
      row_no: sql`e.row_no`,
    }),
    from: sql`
      from kept_event e
      join judged_case j on j.case_id = e.case_id
      join book_holds h on h.book_no = j.book_no and h.holds_documents is not null
      left join document_name n on n.written_as = e.document
      left join listed_document l on l.book_no = j.book_no and l.channel_no = j.channel_no and l.document = n.document
      where e.event_no = ${requested} and e.document is not null and (l.document is null or l.untold_because is not null)
    `,
  });

/** Whether a need is met for everybody (1): by a paper that counts for all, or by every paper that it can be met with. */
const surely = (isThere: Sql): Sql => sql`
  case when min(case when ${isThere} then 1 else 0 end) = 1 then 1 else max(case when ${isThere} then d.counts_surely else 0 end) end
`;

/** A time that can hardly be meant bounds nothing: what happened then may have happened at any time. */
const bound = (outliers: boolean, at: Sql, otherwise: number): Sql =>
  outliers ? sql`case when o.row_no is null then ${at} else ${otherwise} end` : at;

/** What a refusal comes to in one channel. */
const [GROUNDED, UNTOLD, GROUNDLESS] = [0, 1, 2];

/**
 * Of each refusal for want of documents, in each channel that it can have been in: how many needs were not met, and how many
 * nobody can tell of, since a condition decides, of the need or of the paper that was handed in for it (`open_needs`), since
 * a date does (`dated_needs`) or a time that can hardly be meant (`odd_needs`), or since it was handed in at the instant of the refusal, and not with the request (`tied_needs`).
 */
const unmetNeeds = (provided: number, outliers: boolean): Sql => sql`
  select p.case_id, p.row_no, p.in_channel_no, sum(case when p.is_there = 0 and p.is_conditional = 0 then 1 else 0 end) as missing,
    sum(case when (p.is_there = 0 and p.is_conditional = 1) or (p.is_there = 1 and p.is_met = 0) then 1 else 0 end) as open_needs,
    sum(case when p.is_met = 1 and p.is_not_after = 0 and p.is_odd = 1 then 1 else 0 end) as odd_needs,
    sum(case when p.is_met = 1 and p.is_not_after = 0 then 1 else 0 end) as dated_needs,
    sum(case when p.is_before = 0 and p.is_not_after = 1 then 1 else 0 end) as tied_needs
  from (
    select r.case_id, r.row_no, d.in_channel_no, d.need_no, min(d.is_conditional) as is_conditional, max(case when g.case_id is null then 0 else 1 end) as is_there,
      ${surely(sql`g.case_id is not null`)} as is_met,
      ${surely(sql`g.provided_until < r.refused_from or g.provided_until <= r.submitted_at`)} as is_before,
      ${surely(sql`g.provided_until <= r.refused_from or g.provided_until <= r.submitted_at`)} as is_not_after,
      max(case when ${NEVER} in (g.provided_until, r.refused_until) then 1 else 0 end) as is_odd
    from (
      select r.*, ${bound(outliers, sql`r.earliest_at`, -NEVER)} as refused_from, ${bound(outliers, sql`r.latest_at`, NEVER)} as refused_until
      from refused_row r${outliers ? sql`\nleft join outlier_row o on o.row_no = r.row_no` : sql``}
    ) r
    join needed_document d on d.book_no = r.book_no and d.channel_no = r.channel_no
    left join (
      select e.case_id, n.document, min(${bound(outliers, sql`e.earliest_at`, -NEVER)}) as provided_at, min(${bound(outliers, sql`e.latest_at`, NEVER)}) as provided_until
      from kept_event e
      join document_name n on n.written_as = e.document${outliers ? sql`\nleft join outlier_row o on o.row_no = e.row_no` : sql``}
      where e.event_no = ${provided}
      group by e.case_id, n.document
    ) g on g.case_id = r.case_id and g.document = d.document and g.provided_at <= r.refused_until
    where r.about_missing = 1
    group by r.case_id, r.row_no, d.in_channel_no, d.need_no
  ) p
  group by p.case_id, p.row_no, p.in_channel_no
`;

/** Why a refusal cannot be told of in a channel. */
const WHY_UNTOLD = sql`
  case when m.open_needs > 0 then 'conditional-documents' when m.odd_needs > 0 then 'outlier-time' when m.dated_needs > 0 then 'date-only' when m.tied_needs > 0 then 'tie' end
`;

/** What each refusal comes to, in the channels in which it is least and in which it is most of a breach. */
const inItsChannels = (provided: number, outliers: boolean): Sql => sql`
  select c.case_id, c.row_no, min(c.comes_to) as least, max(c.comes_to) as most, min(c.why) as why
  from (
    select m.case_id, m.row_no, ${WHY_UNTOLD} as why,
      case when m.missing > 0 then ${GROUNDED} when ${WHY_UNTOLD} is not null then ${UNTOLD} else ${GROUNDLESS} end as comes_to
    from (
      ${unmetNeeds(provided, outliers)}
    ) m
  ) c
  group by c.case_id, c.row_no
`;

const REASON = sql`
  case when h.holds_documents = 0 then 'not-held' when n.why is not null and n.least = ${UNTOLD} then n.why when n.least < n.most and r.channel_tie = 1 then 'tie' when n.least < n.most then 'no-channel' end
`;

/** Refusals for want of documents although all was there; unknown where only a condition decides, or an act not at hand. */
export const groundlessStep = (provided: number, { outliers }: LogShape): Step =>
  tableStep("groundless_finding", {
    says: "Refusals for want of documents although all that had to be there was.",
    reads: {
      refused_row: [
        "case_id",
        "case_no",
        "rule_no",
        "earliest_at",
        "latest_at",
        "submitted_at",
        "row_no",
        "book_no",
        "channel_no",
        "channel_tie",
        "about_missing",
      ],
      book_holds: ["book_no", "holds_documents"],
      needed_document: [
        "book_no",
        "channel_no",
        "in_channel_no",
        "need_no",
        "document",
        "is_conditional",
        "counts_surely",
      ],
      kept_event: [
        "case_id",
        "event_no",
        "earliest_at",
        "latest_at",
        "document",
        ...(outliers ? (["row_no"] as const) : []),
      ],
      document_name: ["written_as", "document"],
      ...(outliers ? { outlier_row: ["row_no"] as const } : {}),
    },
    gives: found({
      case_no: sql`r.case_no`,
      rule_no: sql`r.rule_no`,
      outcome: sql`case when ${REASON} is null then 'groundless-refusal' else 'cannot-be-told' end`,
      reason: REASON,
      seen_at: sql`r.earliest_at`,
      start_at: sql`r.earliest_at`,
      due_at: NO_NUMBER,
      row_no: sql`r.row_no`,
    }),
    from: sql`
      from refused_row r
      join (
        ${inItsChannels(provided, outliers)}
      ) n on n.case_id = r.case_id and n.row_no = r.row_no
      left join book_holds h on h.book_no = r.book_no
      where n.most > ${GROUNDED} and exists (select 1 from kept_event e where e.case_id = r.case_id and e.event_no = ${provided})
    `,
  });
