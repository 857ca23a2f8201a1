import { describe, expect, it } from "vitest";
import type { AuditFinding } from "../../src/model/audit.ts";
import { brought, deadline, HOURS, judged, ownBook, told } from "./reduced.ts";
import { without } from "./run-on.ts";

/** What was found of deadlines: work in the evening is told as well, and is not what is asked here. */
const onTerms = (found: readonly AuditFinding[]): string[] =>
  told(found.filter(({ outcome }) => outcome !== "outside-hours"));

describe("a case whose channel nobody knows", () => {
  const complaint = ownBook([
    deadline("c", { subject: "complaint", amount: 5 }),
    HOURS,
    { id: "provider", kind: "channel", channel: "provider", cite: "1" },
  ]);
  const answered = (at: string, channel = ""): string =>
    `1,complaint-filed,2025-04-14T10:00:00+05:00,${channel}\n1,complaint-answered,${at}+05:00,${channel}`;

  it("cannot be told where closing time or 24:00 decides", async () => {
    // Filed on Monday 14 April 2025, so due on the 21st: at 18:30 in person, at 24:00 by the portal or by post.
    const found = await judged(answered("2025-04-21T20:00:00"), complaint);
    expect(told(found)).toEqual(["1 c cannot-be-told no-channel"]);
    expect(found[0]?.margin).toBe(5.5 * 3600);
    expect(onTerms(await judged(answered("2025-04-21T18:30:00"), complaint))).toEqual(["1 c met"]);
    expect(onTerms(await judged(answered("2025-04-22T00:00:01"), complaint))).toEqual(["1 c late"]);
    expect(onTerms(await judged(answered("2025-04-21T20:00:00", "provider"), complaint))).toEqual([
      "1 c late",
    ]);
    expect(onTerms(await judged(answered("2025-04-21T20:00:00", "post"), complaint))).toEqual(["1 c met"]);
  });

  it("or of a complaint that names none, or another one than the request did", async () => {
    const lines = (channel: string): string =>
      `1,submitted,2025-04-01T10:00:00+05:00,provider
       1,complaint-filed,2025-04-14T10:00:00+05:00,${channel}
       1,complaint-answered,2025-04-21T20:00:00+05:00,${channel}`;
    expect(onTerms(await judged(lines(""), complaint))).toEqual(["1 c cannot-be-told no-channel"]);
    expect(onTerms(await judged(lines("provider"), complaint))).toEqual(["1 c late"]);
    const [portal] = await judged(lines("portal"), complaint);
    expect(portal).toMatchObject({ outcome: "met", channel: "portal", due: "2025-04-22T00:00:00+05:00" });
    // A complaint that comes again is one by one; the mapping's default holds for rows that name none.
    const twice = `${lines("provider")}\n1,complaint-filed,2025-04-14T11:00:00+05:00,post`;
    expect(onTerms(await judged(twice, complaint))).toEqual(["1 c late", "1 c met"]);
    const inPerson = { mapping: { defaults: { channel: "provider" } } };
    expect(onTerms(await judged(lines(""), complaint, inPerson))).toEqual(["1 c late"]);
  });

  it("is judged as in the channels that its service has, where those agree", async () => {
    const desk = ownBook([
      deadline("w", {}),
      HOURS,
      { id: "provider", kind: "channel", channel: "provider", cite: "1" },
    ]);
    const lines = `1,submitted,2025-04-14T10:00:00+05:00,\n1,result-issued,2025-04-15T20:00:00+05:00,`;
    expect(onTerms(await judged(lines, desk))).toEqual(["1 w late"]);
    expect(
      told(
        await judged(
          lines,
          ownBook([...desk.rules, { id: "portal", kind: "channel", channel: "portal", cite: "1" }]),
        ),
      ),
    ).toEqual(["1 w cannot-be-told no-channel"]);
  });

  it("and so it is where a rollover of one channel decides", async () => {
    const book = ownBook([
      deadline("w", {}),
      { id: "r", kind: "rollover", cite: "r", channel: "portal" },
      { id: "portal", kind: "channel", channel: "portal", cite: "1" },
      { id: "post", kind: "channel", channel: "post", cite: "1" },
    ]);
    // Submitted on Saturday 12 April 2025: on the portal as of Monday, by post at once.
    const found = await judged(
      `1,submitted,2025-04-12T10:00:00+05:00,\n1,result-issued,2025-04-15T20:00:00+05:00,`,
      book,
    );
    expect(told(found)).toEqual(["1 w cannot-be-told no-channel"]);
  });
});

describe("the hour that a clock showed twice", () => {
  const hour = (zone: string) =>
    ownBook([deadline("h", { amount: 1, unit: "hour", clock: "wall" })], { zone });

  // Qyzylorda went from +06 to +05 on 21 December 2018 at 00:00, Almaty on 1 March 2024: each 23:xx before it came twice.
  for (const [zone, day, next, minute] of [
    ["Asia/Qyzylorda", "2018-12-20", "2018-12-21", "34"],
    ["Asia/Almaty", "2024-02-29", "2024-03-01", "33"],
  ] as const)
    it(`of ${day} gives two readings, of a start, an end and of pauses: ${zone}`, async () => {
      const found = await judged(
        `start,submitted,${day}T23:${minute}:00,portal
         start,result-issued,${next}T00:20:00+05:00,portal
         end,submitted,${day}T23:00:00+06:00,portal
         end,result-issued,${day}T23:${minute}:00,portal
         pause,submitted,${day}T22:50:00+06:00,portal
         pause,suspended,${day}T23:00:00,portal
         pause,resumed,${day}T23:${minute}:00,portal
         pause,result-issued,${next}T00:20:00+05:00,portal
         both,submitted,${day}T22:10:00+06:00,portal
         both,result-issued,${day}T23:${minute}:00,portal
         sure,submitted,${day}T23:${minute}:00+05:00,portal
         sure,result-issued,${next}T00:20:00+05:00,portal`,
        hour(zone),
      );
      expect(told(found)).toEqual([
        "both h late",
        "end h cannot-be-told ambiguous-time",
        "pause h cannot-be-told ambiguous-time",
        "start h cannot-be-told ambiguous-time",
        "sure h met",
      ]);
    });

  it("does not hide what an exact submission has broken: kz-mz-2024-99/3, requests until 18:00", async () => {
    const book = brought("kz-mz-2024-99/3/2024-11-27.json");
    const ever = without(book, "inForce");
    const found = await judged(
      `1,submitted,2024-02-29T18:10:00+06:00,provider
       1,registered,2024-02-29T23:33:00,provider`,
      ever,
    );
    expect(found.filter(({ outcome }) => outcome === "after-cutoff").map(({ rule }) => rule)).toEqual([
      "kz-mz-2024-99/3/cutoff/annex-3/annex-1/table/row-7/paragraph-2",
    ]);
  });
});

describe("pauses known by date", () => {
  const days = ownBook([deadline("d", { amount: 3, unit: "working-day" }), HOURS]);
  const paused = (done: string, from: string, until: string): string =>
    `1,submitted,2025-04-14T10:00:00+05:00,provider
     1,suspended,${from},provider
     1,resumed,${until},provider
     1,result-issued,${done}+05:00,provider`;

  it("take out every day that they touch", async () => {
    // From Monday 14 April three working days; the 15th and the 16th are out: due on Monday the 21st at 18:30.
    expect(onTerms(await judged(paused("2025-04-21T18:00:00", "2025-04-15", "2025-04-16"), days))).toEqual([
      "1 d met",
    ]);
    expect(onTerms(await judged(paused("2025-04-21T19:00:00", "2025-04-15", "2025-04-16"), days))).toEqual([
      "1 d late",
    ]);
  });

  it("but on the last day nobody can tell whether before or after closing", async () => {
    expect(onTerms(await judged(paused("2025-04-21T10:00:00", "2025-04-17", "2025-04-18"), days))).toEqual([
      "1 d cannot-be-told date-only",
    ]);
  });
});
