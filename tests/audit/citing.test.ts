import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/model/rule.ts";
import { brought, deadline, HOURS, judged, ownBook, told } from "./reduced.ts";

const almaty = brought("kz-almaty-2013-3-561/1/2013-07-01.json");
const clause = (path: string): string => `kz-almaty-2013-3-561/1/${path}`;
const sanatorium = brought("kz-mz-2024-99/3/2024-11-27.json");
const contraindications = "kz-mz-2024-99/3/refusal/annex-3/chapter-3/clause-13/paragraph-3";
const inEvery = (outcomes: readonly string[], found: readonly { readonly outcome: string }[]): string[] =>
  found.map(({ outcome }) => outcome).filter((outcome) => outcomes.includes(outcome));

describe("a ground of refusal", () => {
  it("of another channel is none in this one, and one of an unknown channel cannot be told", async () => {
    const found = await judged(
      `1,refused,2025-04-15T10:00:00+05:00,portal,${contraindications}
       2,refused,2025-04-15T10:00:00+05:00,provider,${contraindications}
       3,refused,2025-04-15T10:00:00+05:00,,${contraindications}`,
      sanatorium,
    );
    const ofRefusals = found.filter(({ rule }) => rule === null);
    expect(told(ofRefusals)).toEqual([
      `1 - unknown-ground ${contraindications}`,
      "3 - cannot-be-told no-channel",
    ]);
  });

  it("whose condition names its channels is none in the others", async () => {
    const named = clause("refusal/regulation-1/chapter-2/clause-15.c");
    const found = await judged(
      `1,refused,2014-04-15T10:00:00+06:00,portal,${named}
       2,refused,2014-04-15T10:00:00+06:00,phone,${named}`,
      almaty,
    );
    expect(told(found.filter(({ rule }) => rule === null))).toEqual([`1 - unknown-ground ${named}`]);
  });
});

describe("a paper that counts only for some", () => {
  // Almaty 1, clause 12: of those under sixteen the birth certificate, of others the identity document.
  const refused = clause("refusal/regulation-1/chapter-2/clause-15");

  it.each(["birth-certificate", "identity-document"])(
    "does not make a refusal groundless while nobody knows the age: %s",
    async (document) => {
      const found = await judged(
        `1,documents-provided,2014-04-15T10:00:00+06:00,provider,,${document}
         1,refused,2014-04-15T11:00:00+06:00,provider,${refused}`,
        almaty,
      );
      expect(told(found.filter(({ rule }) => rule === refused))).toEqual([
        `1 ${refused} cannot-be-told conditional-documents`,
      ]);
    },
  );

  // Order 99, annex 3, row 8: an identity card and the results of tests, of everybody who comes.
  const incomplete = "kz-mz-2024-99/3/refusal/annex-3/chapter-2/clause-9";
  const lines = `1,documents-provided,2025-04-15T10:00:00+05:00,provider,,identity-card
     1,documents-provided,2025-04-15T10:01:00+05:00,provider,,diagnostic-results
     1,refused,2025-04-15T11:00:00+05:00,provider,${incomplete}`;

  it("whereas the papers that count for everybody do", async () => {
    const found = await judged(lines, sanatorium);
    expect(told(found.filter(({ rule }) => rule === incomplete))).toEqual([
      `1 ${incomplete} groundless-refusal`,
    ]);
  });

  it("nor does a paper handed in on the day of the refusal, by the date alone; nor where an act is not at hand", async () => {
    const day = lines.replace("2025-04-15T10:00:00+05:00", "2025-04-15");
    const [dated] = (await judged(day, sanatorium)).filter(({ rule }) => rule === incomplete);
    expect(dated).toMatchObject({ outcome: "cannot-be-told", reason: "date-only" });
    const lacking = { ...sanatorium, notHeld: [{ kinds: ["document" as const], what: "Act", cite: "1" }] };
    const [notHeld] = (await judged(lines, lacking)).filter(({ rule }) => rule === incomplete);
    expect(notHeld).toMatchObject({ outcome: "cannot-be-told", reason: "not-held" });
  });
});

describe("Saturday's breaches", () => {
  it("are cited under the rules of Saturday: the provider's 9 to 14, requests until 12", async () => {
    // Saturday 19 April 2014; Thursday the 17th for comparison.
    const found = await judged(
      `sat,submitted,2014-04-19T12:30:00+06:00,provider
       sat,registered,2014-04-19T14:30:00+06:00,provider
       thu,submitted,2014-04-17T18:30:00+06:00,provider
       thu,registered,2014-04-17T20:30:00+06:00,provider
       net,submitted,2014-04-19T12:30:00+06:00,portal
       net,registered,2014-04-19T12:31:00+06:00,portal`,
      almaty,
    );
    const cited = found
      .filter(({ outcome }) => ["outside-hours", "after-cutoff", "not-rolled-over"].includes(outcome))
      .map(({ case: id, outcome, rule }) => `${id} ${outcome} ${rule}`);
    expect(cited.sort()).toEqual([
      `net not-rolled-over ${clause("cutoff/regulation-1/chapter-1/clause-9/paragraph-2.b")}`,
      `sat after-cutoff ${clause("cutoff/regulation-1/chapter-1/clause-9.b")}`,
      `sat outside-hours ${clause("hours/regulation-1/chapter-1/clause-3.b")}`,
      `thu after-cutoff ${clause("cutoff/regulation-1/chapter-1/clause-9")}`,
      `thu outside-hours ${clause("hours/regulation-1/chapter-1/clause-3")}`,
    ]);
  });
});

describe("a request that was not put off", () => {
  const rules: readonly Rule[] = [
    HOURS,
    { id: "cutoff", kind: "cutoff", cite: "c", time: "17:00", days: [1, 2, 3, 4, 5] },
    { id: "rollover", kind: "rollover", cite: "r" },
  ];
  const request = (id: string, submitted: string, registered: string): string =>
    `${id},submitted,${submitted}+05:00,portal\n${id},registered,${registered}+05:00,portal\n`;

  it("breaks the words of the cutoff before closing, of the rollover after it, and none before opening", async () => {
    // Tuesday 15 April 2025, and Saturday the 19th.
    const found = await judged(
      request("cut", "2025-04-15T17:30:00", "2025-04-15T17:40:00") +
        request("late", "2025-04-15T19:00:00", "2025-04-15T19:10:00") +
        request("off", "2025-04-19T10:00:00", "2025-04-19T10:10:00") +
        request("early", "2025-04-15T08:00:00", "2025-04-15T08:10:00") +
        request("next", "2025-04-15T19:00:00", "2025-04-16T08:50:00"),
      ownBook(rules),
    );
    expect(told(found)).toEqual([
      "cut cutoff not-rolled-over",
      "late rollover not-rolled-over",
      "off rollover not-rolled-over",
    ]);
    expect(found[0]).toMatchObject({
      start: "2025-04-16T09:00:00+05:00",
      done: "2025-04-15T17:40:00+05:00",
      rows: [3],
    });
  });

  it("stays found where only the registration is known by date, or at an hour that came twice", async () => {
    const desk = request("1", "2024-02-29T17:30:00", "2024-02-29T23:33:00")
      .replaceAll("portal", "provider")
      .replace("17:30:00+05:00", "17:30:00+06:00")
      .replace("23:33:00+05:00", "23:33:00");
    expect(inEvery(["after-cutoff"], await judged(desk, ownBook(rules)))).toEqual(["after-cutoff"]);
    expect(told(await judged(desk.replaceAll("provider", "portal"), ownBook(rules)))).toEqual([
      "1 cutoff not-rolled-over",
    ]);
  });
});

describe("what is overdue", () => {
  it("is so by open time and working days too, however long after the log now is", async () => {
    const [found] = await judged(
      "1,submitted,2025-04-14T10:00:00+05:00,provider",
      ownBook([deadline("w", {}), HOURS]),
      { now: "2025-06-02T10:00:00+05:00" },
    );
    // Worked were 11 days in April from the 16th on, 19 in May (but for the 1st, the 7th and the 9th), and an hour of 2 June.
    expect(found).toMatchObject({
      outcome: "overdue",
      due: "2025-04-15T18:30:00+05:00",
      late: { working: (30 * 8 + 1) * 3600, workingDays: 31 },
    });
  });
});
