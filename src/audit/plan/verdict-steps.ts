import { sql, word, type Sql } from "../../engine/sql.ts";
import { DAY, floorDiv, HOUR, NEVER } from "./measures.ts";
import { LATENESS } from "./lateness.ts";
import { as, of, select, tableStep, union, viewStep, type Given, type Step } from "./step.ts";
import type { ColumnName } from "./columns.ts";

/** Findings on deadlines: one for each deadline of each case, out of the terms that were judged plainly and hard. */
export function verdictSteps(plain: Step, hard: Step, own: Step | undefined): Step[] {
  const [ofHard, ofPlain] = [verdictsOn("hard", hard, true), verdictsOn("plain", plain, false)];
  const ofOwn = own === undefined ? [] : verdictsOn("own", own, true);
  return [...ofHard, STOOD_STILL, ...ofPlain, ...ofOwn, deadlineFinding(own !== undefined)];
}

/** The verdicts on some terms; `kept`: as a table, which several steps read. */
function verdictsOn(which: string, judged: Step, kept: boolean): Step[] {
  const seen = seenStep(`${which}_seen`, judged);
  const told = toldStep(`${which}_told`, seen);
  return [seen, told, reasonedStep(`${which}_verdict`, told, kept)];
}

const IN_DAYS = sql`j.class not in ('wall', 'open')`;
/** More than two readings of a clock can be apart: a date, or the first of a date and a time of that day. */
const isByDate = (doubt: Sql): Sql => sql`${doubt} > ${HOUR}`;
/** A term in days whose end is known by its date alone. */
const DONE_BY_DATE = sql`${IN_DAYS} and ${isByDate(sql`j.done_latest - j.done_earliest`)}`;
/** No reading of a clock that was put back begins a day: what does is a date, be it of a day or of a part of it. */
const DONE_ON_THE_DAY_AFTER = sql`${IN_DAYS} and j.done_latest > j.done_earliest and j.done_earliest = j.due_latest`;

const seenStep = (name: string, judged: Step): Step =>
  viewStep(name, {
    says: "Beside each deadline what its verdict looks at: the clock, doubt, and whether its case stands still for good.",
    reads: {
      [judged.name]: judged.gives,
      log_now: ["now_at"],
      suspension: ["case_no", "until_at", "reading"],
    },
    gives: [
      ...of("j", ...judged.gives),
      // A date is the whole day: for terms in days it is in time where the day began before the term ended. One that begins
      // as the term ends, at 24:00 of the last day, is the day after it.
      as("done_known", sql`case when ${DONE_BY_DATE} then j.done_earliest + 1 else j.done_latest end`),
      as("done_doubt", sql`j.done_latest - j.done_earliest`),
      ...of("w", "now_at"),
      as("stands_still", sql`case when q.case_no is not null then 1 else 0 end`),
    ],
    from: sql`
      from ${word(judged.name)} j
      cross join log_now w
      left join (
        select i.case_no from suspension i where i.until_at = ${NEVER} and i.reading = 0
      ) q on q.case_no = case when j.suspension_count > 0 then j.case_no end
    `,
  });

/** DESIGN.md, section 6. */
const toldStep = (name: string, seen: Step): Step =>
  viewStep(name, {
    says: "What each deadline comes to.",
    reads: { [seen.name]: seen.gives },
    gives: [
      ...of("j", ...seen.gives),
      as(
        "outcome",
        sql`
          case when disorder = 'outlier-pause' and untold_because is null and done_known <= due_earliest then 'met'
            when disorder = 'outlier-pause' and untold_because is null and done_earliest is null and coalesce(now_at <= due_earliest, now_at is null) then 'running'
            when disorder is not null or untold_because is not null then 'cannot-be-told'
            when due_earliest = ${NEVER} and done_earliest is null then 'running'
            when due_earliest = ${NEVER} then 'met'
            when done_earliest is null and owed_if = 2 then 'cannot-be-told'
            when due_told is null then 'cannot-be-told'
            when done_earliest is null and maybe_at <= due_latest then 'cannot-be-told'
            when done_earliest is null and now_at is null then 'running'
            when done_earliest is null and now_at <= due_earliest then 'running'
            when done_earliest is null and now_at > due_latest and unknown_count = 0 and is_unconfirmed = 0 then 'overdue'
            when done_earliest is null then 'cannot-be-told'
            when done_known <= due_earliest then 'met'
            when maybe_at <= due_latest then 'cannot-be-told'
            when (done_earliest > due_latest or (${DONE_ON_THE_DAY_AFTER})) and unknown_count = 0 and is_unconfirmed = 0 then 'late'
            else 'cannot-be-told' end
        `,
      ),
      as("seen_at", sql`coalesce(done_earliest, now_at)`),
      as("due_at", sql`case when disorder = 'outlier-pause' then null else nullif(due_shown, ${NEVER}) end`),
    ],
    from: sql`from ${word(seen.name)} j`,
  });

const IS_LATE = sql`outcome in ('late', 'overdue')`;

function reasonedStep(name: string, told: Step, kept: boolean): Step {
  return (kept ? tableStep : viewStep)(name, {
    says: "Why a deadline comes to what it does where it is not plainly in time or late, and between which instants what is late is late.",
    reads: { [told.name]: told.gives },
    gives: [
      ...of("v", ...told.gives),
      as(
        "reason",
        sql`
          case when disorder is not null and (disorder not like 'outlier-%' or due_told is not null or unknown_because <> 'uncovered-year')
              then case disorder when 'outlier-pause' then 'outlier-time' else disorder end
            when untold_because is not null then case when channel_tie = 1 and untold_because = 'no-channel' then 'tie' else untold_because end
            when due_earliest = ${NEVER} then 'suspended'
            when done_earliest is null and owed_if = 2 then 'exception-possible'
            when due_told is null then unknown_because
            when outcome = 'running' and stands_still = 1 then 'suspended'
            when outcome = 'overdue' and due_at >= deemed_from then deemed
            when outcome <> 'cannot-be-told' then null
            when maybe_at <= due_latest then 'maybe-satisfied'
            when class = 'own' and due_earliest < due_latest and seen_at > due_earliest then case when due_latest = ${NEVER} then 'own-deadline-suspended' else 'own-deadline-moved' end
            when is_unconfirmed = 1 and due_earliest = due_by_closing then 'law-unconfirmed'
            when unknown_count > 0 and by_usual_hours = 0 then unknown_because
            when seen_at > due_by_closing and due_by_closing < due_latest then 'last-hour'
            when by_tie = 1 then 'tie'
            when by_channel = 1 and start_doubt = 0 and coalesce(done_doubt, 0) = 0 then case when channel_tie = 1 then 'tie' else 'no-channel' end
            when by_law > 0 and by_usual_hours = 0 and start_doubt = 0 and coalesce(done_doubt, 0) = 0 then case by_law when 1 then 'no-addressee' when 2 then 'law-unconfirmed' when 4 then 'others-asked' else 'hours-unknown' end
            when by_usual_hours = 1 and start_doubt = 0 and (coalesce(done_doubt, 0) = 0 or done_earliest > due_told) then 'hours-unknown'
            when ${isByDate(sql`start_doubt`)} or ${isByDate(sql`coalesce(done_doubt, 0)`)} then 'date-only'
            when start_doubt > 0 or done_doubt > 0 or by_pauses = 1 or is_unconfirmed = 2 then 'ambiguous-time'
            when by_pauses = 2 then 'date-only'
            else 'hours-unknown' end
        `,
      ),
      as("late_from", sql`case when ${IS_LATE} then due_at end`),
      as("late_until", sql`case when ${IS_LATE} then seen_at end`),
    ],
    from: sql`from ${word(told.name)} v`,
  });
}

/** Until when a term is looked at: done, now, or the last that the log knows of its case. */
const SEEN = sql`coalesce(v.seen_at, c.last_at)`;

const STOOD_STILL = tableStep("stood_still", {
  says: "Time that a suspended case stood still between start and end: the applicant's, not the provider's.",
  reads: {
    hard_verdict: ["case_no", "occurrence", "rule_no", "suspension_count", "start_earliest", "seen_at"],
    judged_case: ["case_no", "last_at"],
    suspension: ["case_no", "reading", "from_at", "until_at"],
  },
  gives: [
    ...of("v", "case_no", "occurrence", "rule_no"),
    as(
      "suspended_ms",
      sql`
        sum(case when i.until_at < ${SEEN} then i.until_at else ${SEEN} end
          - case when i.from_at > v.start_earliest then i.from_at else v.start_earliest end)
      `,
    ),
  ],
  from: sql`
    from hard_verdict v
    join judged_case c on c.case_no = v.case_no
    join suspension i on i.case_no = v.case_no and i.reading = 0
    where v.suspension_count > 0 and i.until_at > v.start_earliest and i.from_at < ${SEEN}
    group by v.case_no, v.occurrence, v.rule_no
  `,
});

/** The stretch of a timetable in which an instant lies. */
const stretch = (alias: string, instant: Sql): Sql => {
  const o = word(alias);
  return sql`left join timetable_stretch ${o} on ${o}.timetable_no = v.timetable_no and ${o}.utc_day = ${floorDiv(instant, DAY)} and ${o}.from_at <= ${instant} and ${instant} < ${o}.until_at`;
};

/** How far doubt reaches for those of which it is the reason. */
const MARGIN = sql`
  case when v.outcome = 'cannot-be-told' and v.reason in ('date-only', 'ambiguous-time', 'hours-unknown', 'no-channel', 'tie', 'last-hour')
    then coalesce(nullif(v.done_known - v.done_earliest, 1), 0) + case when v.due_latest < ${NEVER} then v.due_latest - v.due_earliest end end
`;

const READ_OF_VERDICT: readonly ColumnName[] = [
  "case_no",
  "channel_no",
  "rule_no",
  "occurrence",
  "outcome",
  "reason",
  "timetable_no",
  "counts_back",
  "begins_at",
  "start_earliest",
  "start_row",
  "done_earliest",
  "done_known",
  "done_row",
  "due_at",
  "due_earliest",
  "due_latest",
  "late_from",
  "late_until",
  "seen_at",
  "is_registered",
];

/** Columns of a finding on a deadline; `still`: what stood still is known. */
const findingOf = (still: boolean): Given[] => [
  ...of("v", "case_no", "channel_no", "rule_no", "occurrence", "outcome", "reason"),
  as("margin", MARGIN),
  as("start_at", sql`coalesce(v.begins_at, v.start_earliest)`),
  ...of("v", "due_at"),
  as("done_at", sql`v.done_earliest`),
  ...LATENESS,
  ...of("v", "start_row", "done_row", "is_registered"),
  as("suspended_ms", still ? sql`coalesce(x.suspended_ms, 0)` : sql`0`),
  as(
    "taken_ms",
    sql`case when v.outcome = 'cannot-be-told' or v.counts_back = 1 then null else v.seen_at - v.start_earliest end`,
  ),
];

function findingsOn(verdicts: string, still: boolean): Sql {
  const stoodStill = sql`\nleft join stood_still x on x.case_no = v.case_no and x.occurrence = v.occurrence and x.rule_no = v.rule_no`;
  return select(
    findingOf(still),
    sql`
      from ${word(verdicts)} v
      ${stretch("a", sql`(v.late_from - 1)`)}
      ${stretch("b", sql`v.late_until`)}${still ? stoodStill : sql``}
    `,
  );
}

const deadlineFinding = (own: boolean): Step => ({
  name: "deadline_finding",
  says: "Findings on deadlines: one for each deadline of each case, with how late, three ways, those are that are late.",
  reads: {
    plain_verdict: READ_OF_VERDICT,
    hard_verdict: READ_OF_VERDICT,
    ...(own ? { own_verdict: READ_OF_VERDICT } : {}),
    stood_still: ["case_no", "occurrence", "rule_no", "suspended_ms"],
    timetable_stretch: [
      "timetable_no",
      "utc_day",
      "from_at",
      "until_at",
      "is_open",
      "open_before",
      "working_upto",
    ],
  },
  gives: findingOf(true).map(({ column }) => column),
  sql: union([
    findingsOn("plain_verdict", false),
    findingsOn("hard_verdict", true),
    ...(own ? [findingsOn("own_verdict", false)] : []),
  ]),
});
