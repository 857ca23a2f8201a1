import type { LogLine } from "./log.ts";

/** The smallest case of something on which the two differed once. */
export interface ReducedCase {
  readonly name: string;
  readonly service: string;
  /** `activity time channel [reason or paper]`, a line each; `-` is no channel. */
  readonly events: readonly string[];
  /** What the law or DESIGN.md makes of rules about which they differed: `outcome rule`, of the rule the end of its id. */
  readonly gives?: readonly string[];
}

const SHOWS_A_PAPER = /^documents-/;

/** Lines of a log, the case named after what it shows. */
export function linesOf({ name, service, events }: ReducedCase): readonly LogLine[] {
  return events.map((event) => {
    const [activity = "", time = "", channel = "-", more = ""] = event.split(" ");
    const paper = SHOWS_A_PAPER.test(activity);
    return {
      case: name,
      activity,
      time,
      channel: channel === "-" ? "" : channel,
      reason: paper || more === "" ? "" : `${service}/refusal/${more}`,
      document: paper ? more : "",
    };
  });
}

const BQO = "kz-bqo-2015-200/1";
const ALMATY = "kz-almaty-2013-3-561/1";
const HOSPITAL = "kz-mz-2024-99/1";
const SANATORIUM = "kz-mz-2024-99/3";
const PHTHISIATRY = "kz-mz-2020-49/1";
const CARE = "kz-qyzylorda-2015-118/2";

export const REDUCED: readonly ReducedCase[] = [
  {
    name: "closed pause after closing on the last day",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-14T10:00 provider",
      "result-issued 2025-04-15T19:00 provider",
      "suspended 2025-04-15T20:00 provider",
      "resumed 2025-04-15T21:00 provider",
    ],
  },
  {
    name: "step finished before its start",
    service: CARE,
    events: [
      "submitted 2018-05-05T09:00 provider",
      "step:given-to-executor 2018-05-06T01:29 provider",
      "step:result-given-to-head 2018-05-06T00:29 provider",
    ],
  },
  {
    name: "number used again",
    service: HOSPITAL,
    events: [
      "submitted 2025-01-15T10:00 provider",
      "result-issued 2025-01-16T10:00 provider",
      "arrived 2026-01-14T10:00 provider",
      "submitted 2026-01-14T10:10 provider",
      "result-issued 2026-01-20T10:00 provider",
    ],
  },
  {
    name: "dates alone, done the day after the last day",
    service: PHTHISIATRY,
    events: ["complaint-filed 2025-04-14 portal", "complaint-answered 2025-04-22 portal"],
  },
  {
    name: "ground of another channel",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-14T10:00 portal",
      "refused 2025-04-14T10:10 portal annex-3/chapter-3/clause-13/paragraph-3",
    ],
  },
  {
    name: "two answers on one day, one of them a date",
    service: SANATORIUM,
    events: [
      "submitted 2025-10-17T17:01:17 portal",
      "result-issued 2025-10-19 portal",
      "result-issued 2025-10-19T22:02:17 portal",
    ],
  },
  {
    name: "request in the hour that came twice",
    service: ALMATY,
    events: ["submitted 2024-02-29T23:33 portal", "step:answered 2024-02-29T23:59:30 portal"],
  },
  {
    name: "year that nobody means",
    service: SANATORIUM,
    events: ["submitted 2025-04-14T12:00 provider", "result-issued 2203-04-15T10:00 provider"],
  },
  {
    name: "paper of a year that nobody means",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-14T10:00 provider",
      "documents-provided 1900-01-01 provider identity-card",
      "result-issued 2025-04-17T10:00 provider",
    ],
  },
  {
    name: "midnight with an offset",
    service: PHTHISIATRY,
    events: [
      "complaint-filed 2025-04-14T00:00:00+05:00 portal",
      "complaint-answered 2025-04-22T00:00:00+05:00 portal",
      "complaint-forwarded 2025-04-17T00:00:00+05:00 portal",
    ],
  },
  {
    name: "pause of a year that nobody means",
    service: PHTHISIATRY,
    events: [
      "submitted 2025-03-08T11:12:06 portal",
      "result-issued 2025-03-08T11:27:06 portal",
      "suspended 2203-05-06T10:00 portal",
    ],
  },
  {
    name: "answer of a year that nobody means",
    service: PHTHISIATRY,
    events: ["complaint-filed 2024-06-09T11:03:42 portal", "complaint-answered 2203-05-06T10:00 portal"],
  },
  {
    name: "complaint after the cutoff",
    service: SANATORIUM,
    events: ["complaint-filed 2025-04-14T18:10 provider", "complaint-answered 2025-04-15T10:00 provider"],
  },
  {
    name: "step after the Saturday cutoff",
    service: BQO,
    events: [
      "submitted 2017-02-25T11:00 phone",
      "step:entered-in-journal 2017-02-25T13:35 phone",
      "step:answered 2017-02-25T13:40:01 phone",
    ],
  },
  {
    name: "refusal is an answer",
    service: ALMATY,
    events: [
      "submitted 2018-12-26T12:58 phone",
      "refused 2018-12-26T13:05 phone regulation-1/chapter-2/clause-15.b",
    ],
  },
  {
    name: "pause after the answer",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-14T10:00 provider",
      "result-issued 2025-04-14T12:00 provider",
      "suspended 2025-04-15T12:00 provider",
      "resumed 2025-04-16T12:00 provider",
    ],
  },
  {
    name: "date of a start, hours unknown",
    service: CARE,
    events: [
      "step:signed-result-given-to-office 2019-05-23 provider",
      "step:result-given-out 2019-05-26T11:10:02+05:00 provider",
    ],
  },
  {
    name: "start after its answer",
    service: SANATORIUM,
    events: ["submitted 2025-11-07 provider", "result-issued 2025-11-07T16:29:02 provider"],
  },
  {
    name: "channel of a date",
    service: ALMATY,
    events: ["submitted 2020-02-18T14:00:01 phone", "result-issued 2020-02-18 portal"],
  },
  {
    name: "round after an answer with a date",
    service: ALMATY,
    events: [
      "submitted 2020-12-30T11:36:21 provider",
      "result-issued 2020-12-30 provider",
      "submitted 2020-12-31T11:36:21 provider",
    ],
  },
  {
    name: "pause that ends on a date",
    service: CARE,
    events: [
      "step:result-given-to-head 2018-12-27T12:13:22+05:00 provider",
      "suspended 2018-12-27T12:14:22+05:00 provider",
      "resumed 2018-12-27 provider",
      "step:signed-result-given-to-office 2018-12-28T04:13:22+05:00 provider",
    ],
  },
  {
    name: "pause that ends on the date on which it began",
    service: SANATORIUM,
    events: [
      "submitted 2026-04-26T11:36:33 portal",
      "suspended 2026-04-26T19:22:52 portal",
      "resumed 2026-04-26 portal",
      "result-issued 2026-04-29T11:36:33 portal",
    ],
  },
  {
    name: "second pause that ends on the date on which it began",
    service: SANATORIUM,
    events: [
      "submitted 2026-04-26T11:36:33 portal",
      "suspended 2026-04-26T12:00 portal",
      "resumed 2026-04-26T13:00 portal",
      "suspended 2026-04-26T19:22:52 portal",
      "resumed 2026-04-26 portal",
      "result-issued 2026-04-29T11:36:33 portal",
    ],
    gives: ["late row-3/paragraph-2", "late row-3/paragraph-3"],
  },
  {
    name: "pause that begins on a date, the last day",
    service: SANATORIUM,
    events: [
      "submitted 2026-04-09T12:00 provider",
      "suspended 2026-04-10 provider",
      "resumed 2026-04-11T10:07:30 provider",
      "result-issued 2026-04-13T15:00 provider",
    ],
  },
  {
    name: "complaint over two rounds",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-15T10:00 provider",
      "result-issued 2025-04-16T10:00 provider",
      "complaint-filed 2025-04-18T10:00 provider",
      "submitted 2025-04-21T10:00 provider",
      "complaint-answered 2025-04-22T10:00 provider",
      "result-issued 2025-04-22T10:00 provider",
    ],
  },
  {
    name: "tie at a round's end",
    service: SANATORIUM,
    events: [
      "result-issued 2025-04-30T14:31 provider",
      "submitted 2025-04-30T14:31 provider",
      "submitted 2025-07-01T15:17:37 provider",
      "result-issued 2025-07-05T15:17:37 provider",
    ],
  },
  {
    name: "asked for again at the instant of the answer",
    service: SANATORIUM,
    events: [
      "submitted 2025-07-10T15:17 provider",
      "submitted 2025-07-11T15:17 provider",
      "result-issued 2025-07-11T15:17 provider",
    ],
    gives: ["met row-3/item-1"],
  },
  {
    name: "answer in the round of another channel",
    service: BQO,
    events: [
      "submitted 2018-04-20T10:16 phone",
      "step:entered-in-journal 2018-04-20T10:17 phone",
      "step:answered 2018-04-20T10:18 phone",
      "result-issued 2018-04-20T10:20 phone",
      "complaint-filed 2018-04-23T12:20:45 phone",
      "submitted 2019-06-21T14:01 corporation",
      "step:attachment-checked 2019-06-21T14:02 corporation",
      "step:entered-in-journal 2019-06-21T14:03 corporation",
      "step:answered 2019-06-21T14:04 corporation",
      "result-issued 2019-06-21T14:05 corporation",
      "complaint-answered 2019-07-03T07:49:02 corporation",
    ],
    gives: ["met clause-4/paragraph-2"],
  },
  {
    name: "step of a date at a round's border",
    service: BQO,
    events: [
      "submitted 2016-11-03T16:03:43 provider",
      "step:entered-in-journal 2016-11-03T16:28:43 provider",
      "step:answered 2016-11-03 provider",
      "result-issued 2016-11-04T23:03:43 provider",
      "submitted 2018-12-31T11:59:59 post",
      "step:entered-in-journal 2018-12-31 post",
      "step:answered 2018-12-31T12:10:01 post",
      "result-issued 2019-01-01T13:56:20 post",
    ],
    gives: ["cannot-be-told item-3.b"],
  },
  {
    name: "tie at a round's beginning",
    service: CARE,
    events: [
      "submitted 2018-09-28T10:00 provider",
      "step:given-to-head 2018-09-28T10:10 provider",
      "result-issued 2018-10-15T17:47:22 provider",
      "step:given-to-head 2020-01-14T11:53:05 provider",
      "submitted 2020-01-14T11:53:05 provider",
    ],
  },
  {
    name: "no channel, a rule for all channels",
    service: BQO,
    events: [
      "submitted 2019-01-12T10:34:26 -",
      "suspended 2019-01-12T15:25:58 -",
      "resumed 2019-01-18T15:25:58 -",
      "result-issued 2019-01-14T09:27:17 -",
    ],
  },
  {
    name: "no channel, a complaint",
    service: SANATORIUM,
    events: ["complaint-filed 2025-04-14T11:10 -", "complaint-answered 2025-04-21T19:00 -"],
  },
  {
    name: "no channel, a paper listed in person only",
    service: SANATORIUM,
    events: ["documents-requested 2025-04-14T16:00 - diagnostic-results"],
  },
  {
    name: "all papers of a condition",
    service: ALMATY,
    events: [
      "submitted 2023-08-07T10:30:01 portal",
      "documents-provided 2023-08-07T10:30:01 portal electronic-request",
      "documents-provided 2023-08-07T10:30:01 portal identity-document",
      "documents-provided 2023-08-07T10:30:01 portal birth-certificate",
      "refused 2023-08-07T18:30:01 portal regulation-1/chapter-2/clause-15/item-1",
    ],
  },
  {
    name: "day off and a cutoff alone",
    service: ALMATY,
    events: ["submitted 2021-08-08T15:40:18 portal", "registered 2021-08-08T15:41:18 portal"],
  },
  {
    name: "answer to another complaint",
    service: PHTHISIATRY,
    events: [
      "complaint-answered 2025-04-10T10:00 portal",
      "complaint-filed 2025-04-14T10:00 portal",
      "complaint-answered 2025-04-15T10:00 portal",
      "complaint-forwarded 2025-04-22T10:00 portal",
    ],
  },
  {
    name: "doubled hour at a round's border",
    service: PHTHISIATRY,
    events: [
      "submitted 2024-02-29T12:50 portal",
      "result-issued 2024-02-29T13:50 portal",
      "submitted 2024-02-29T23:30:01 portal",
      "result-issued 2024-02-29T23:00:01 portal",
    ],
  },
  {
    name: "request on a date and at a time",
    service: HOSPITAL,
    events: [
      "submitted 2025-04-28 provider",
      "submitted 2025-04-28T23:30 provider",
      "registered 2025-04-29T00:30 provider",
    ],
    gives: ["cannot-be-told row-7/paragraph-2"],
  },
  {
    name: "date that is a day off",
    service: SANATORIUM,
    events: ["submitted 2026-05-03 portal", "registered 2026-05-03T18:31:01 portal"],
  },
  {
    name: "registered before the request",
    service: SANATORIUM,
    events: [
      "registered 2025-04-11T10:00 portal",
      "submitted 2025-04-13T10:00 portal",
      "registered 2025-04-13T11:00 portal",
    ],
    gives: ["not-rolled-over chapter-2/clause-7"],
  },
  {
    name: "paper and refusal at one instant",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-14T10:00 provider",
      "documents-provided 2025-04-14T10:00 provider identity-card",
      "documents-provided 2025-04-14T15:00 provider diagnostic-results",
      "refused 2025-04-14T15:00 provider annex-3/chapter-2/clause-9",
    ],
  },
  {
    name: "no channel, papers of one",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-14T10:00 -",
      "documents-provided 2025-04-14T10:00 - signed-request",
      "refused 2025-04-14T15:00 - annex-3/chapter-2/clause-9",
    ],
    gives: ["cannot-be-told chapter-2/clause-9"],
  },
  {
    name: "two pauses, one that begins on the date on which it ends, over the last day",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-14T10:00 provider",
      "suspended 2025-04-14T11:00 provider",
      "resumed 2025-04-14T12:00 provider",
      "suspended 2025-04-15 provider",
      "resumed 2025-04-15T08:00 provider",
      "result-issued 2025-04-17T10:00 provider",
    ],
    // One working day after the 14th; of the 15th some was suspended, so the 16th is the last: late by the 17th.
    gives: ["late row-3/item-1"],
  },
  {
    name: "answered and asked for again at one instant, answered again",
    service: SANATORIUM,
    events: [
      "submitted 2025-07-10T15:17 provider",
      "result-issued 2025-07-11T15:17 provider",
      "submitted 2025-07-11T15:17 provider",
      "result-issued 2025-07-20T15:17 provider",
    ],
    // The second answer is that of the second request, which has to be of the 14th: both cannot be one.
    gives: ["met row-3/item-1", "late row-3/item-1"],
  },
  {
    name: "one request at the instant of its answer, behind one without an answer",
    service: SANATORIUM,
    events: [
      "submitted 2025-07-10T15:17 portal",
      "submitted 2025-07-12T12:00 portal",
      "refused 2025-07-12T12:00 portal annex-3/annex-1/table/row-9/item-2",
    ],
    // The refusal may be that of the request beside it: nobody is told to have left that one lying.
    gives: ["late row-3/paragraph-2", "late row-3/paragraph-3"],
  },
  {
    name: "answer before the first request ends nothing",
    service: HOSPITAL,
    events: [
      "refused 1899-12-30 provider annex-1/chapter-2/clause-9",
      "arrived 2025-01-07T10:29:26 provider",
      "submitted 2025-01-07T10:59:25 provider",
      "result-issued 2025-01-09T19:59:25 provider",
      "arrived 2025-12-06T12:31 provider",
      "submitted 2025-12-06T12:40 provider",
    ],
    // Each waited less than half an hour, the first on a day off besides.
    gives: ["met row-3/item-2"],
  },
  {
    name: "complaint of another round is open while a second is filed",
    service: SANATORIUM,
    events: [
      "submitted 2025-04-15T10:00 provider",
      "result-issued 2025-04-16T10:00 provider",
      "complaint-filed 2025-04-18T10:00 provider",
      "submitted 2025-04-21T10:00 portal",
      "result-issued 2025-04-21T10:20 portal",
      "complaint-filed 2025-04-21T12:00 portal",
      "complaint-answered 2025-04-22T23:00 portal",
    ],
    // One answer may be that of both; and it is held against nobody's hours.
    gives: ["met clause-17/paragraph-2"],
  },
  {
    name: "suspended in another round than the complaint",
    service: PHTHISIATRY,
    events: [
      "submitted 2023-06-28T15:38:06 portal",
      "suspended 2023-06-29T06:39:06 portal",
      "result-issued 2023-06-29T07:38:06 portal",
      "submitted 2024-06-07T12:00 portal",
      "result-issued 2024-06-07T12:10 portal",
      "complaint-filed 2024-06-10T16:54:47 portal",
      "complaint-forwarded 2024-06-18T10:54:47 portal",
    ],
    // Three working days after 10 June 2024 end with the 13th.
    gives: ["late chapter-3/clause-11", "overdue chapter-3/clause-8/paragraph-2"],
  },
  {
    name: "two starts, an end known by its date before the second",
    service: BQO,
    events: [
      "submitted 2017-02-04T11:19:16 provider",
      "submitted 2017-02-06T11:19:16 provider",
      "step:attachment-checked 2017-02-04 provider",
    ],
    // The date is no end that came too early: it may have been that of the first, and the second has none.
    gives: ["cannot-be-told clause-7/item-2", "overdue clause-7/item-2"],
  },
  {
    name: "first of a date and a time of that day, the day after the last day",
    service: SANATORIUM,
    events: [
      "submitted 2026-03-25T13:40:24 portal",
      "refused 2026-03-27 portal annex-3/annex-1/table/row-9/item-2",
      "refused 2026-03-27T21:14:33 portal annex-3/annex-1/table/row-9/item-2",
    ],
    // One working day by the portal: until 24:00 of the 26th.
    gives: ["late row-3/paragraph-3", "late row-3/paragraph-2"],
  },
  {
    name: "paper of a time that nobody can mean, and a refusal for want of it",
    service: SANATORIUM,
    events: [
      "submitted 2026-02-25T09:55:33 portal",
      "documents-provided 1900-01-01 portal digital-identity-document",
      "documents-provided 1900-01-01 portal signed-request",
      "refused 2026-02-27T09:55:33 portal annex-3/chapter-2/clause-9",
    ],
    // Whenever it was: before the refusal, and then that was groundless, or after it.
    gives: ["cannot-be-told chapter-2/clause-9"],
  },
  {
    name: "request of a time that nobody can mean beside one after the cutoff",
    service: BQO,
    events: [
      "submitted 1900-01-01 phone",
      "submitted 2017-10-07T12:26:53 phone",
      "registered 2017-10-08T12:26:53 phone",
    ],
    // The first asking counts, and which that was nobody knows: no rule of a cutoff or rollover is told to be broken.
    gives: [],
  },
  {
    name: "two handings out that can each have been the first, by two ways",
    service: CARE,
    events: [
      "step:signed-result-given-to-office 2018-12-28T14:09:03+05:00 corporation",
      "step:result-given-out 2018-12-28T16:39:03+05:00 post",
      "step:result-given-out 2018-12-28 corporation",
    ],
    gives: ["cannot-be-told clause-6/item-6", "cannot-be-told clause-6/item-6.b"],
  },
  {
    name: "request on a date and at a time, registered between the two",
    service: HOSPITAL,
    events: [
      "submitted 2025-10-12 provider",
      "submitted 2025-10-12T10:50:47 provider",
      "registered 2025-10-12T09:51:47 provider",
    ],
    // A Sunday. By the date it was registered before the day to which it has to move, by the time before it was made.
    gives: ["cannot-be-told chapter-2/clause-7"],
  },
  {
    name: "request on a date and at a time, registered on that date",
    service: ALMATY,
    events: [
      "submitted 2018-09-29 portal",
      "submitted 2018-09-29T15:22:25+06:00 portal",
      "registered 2018-09-29 portal",
    ],
    // A Saturday, on which requests are taken until noon.
    gives: ["cannot-be-told clause-9/paragraph-2.b"],
  },
  {
    name: "pauses that meet, done before the second",
    service: ALMATY,
    events: [
      "submitted 2015-06-27T09:24:55+06:00 portal",
      "suspended 2015-06-27T09:25:55+06:00 portal",
      "resumed 2015-06-27T09:35:55+06:00 portal",
      "suspended 2015-06-27T09:35:55+06:00 portal",
      "resumed 2015-06-27T09:45:55+06:00 portal",
      "step:answered 2015-06-27T09:34:55+06:00 portal",
    ],
    gives: ["met clause-14/paragraph-2"],
  },
];
