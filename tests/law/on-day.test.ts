import { describe, expect, it } from "vitest";
import { changesOf, daysOf, holdsOn, judgingOn, provisionsOf } from "../../src/law/provision-days.ts";
import { readLaw } from "../../src/files/read-law.ts";

const law = readLaw("kz");
if (law === undefined) throw new Error("the law of Kazakhstan is not at hand");
const all = provisionsOf(law);

/** Ends of the ids of those that judge on a day and match. */
const judging = (isoDay: string, pattern: RegExp): string[] =>
  judgingOn(all, isoDay)
    .map(({ id }) => id.replace("kz-law/", ""))
    .filter((id) => pattern.test(id));

/** How a provision stands on the day before and on the day. */
const around = (id: string, before: string, on: string): string[] =>
  [before, on].map((isoDay) => {
    const found = all.find((each) => each.id === `kz-law/${id}`);
    if (found === undefined) throw new Error(`no provision ${id}`);
    return holdsOn(found, isoDay);
  });

describe("which provision of the general law judges on a day", () => {
  it("registration outside working time: not before the Code, by days off from July 2021, by hours from the end of December 2025 (art. 64(3))", () => {
    const registration = /^appk\/64-3(?:-days-off)?$/;
    expect(judging("2021-06-30", registration)).toEqual([]);
    expect(judging("2021-07-01", registration)).toEqual(["appk/64-3-days-off"]);
    expect(judging("2025-12-27", registration)).toEqual(["appk/64-3-days-off"]);
    expect(judging("2025-12-28", registration)).toEqual(["appk/64-3"]);
    expect(judging("2026-01-16", registration)).toEqual(["appk/64-3"]);
  });

  it("the last days of December 2025 are a perhaps, for the new words and for the old: the day of publication is not confirmed", () => {
    expect(around("appk/64-3", "2025-12-27", "2025-12-28")).toEqual(["not", "perhaps"]);
    expect(around("appk/64-3", "2025-12-31", "2026-01-01")).toEqual(["perhaps", "holds"]);
    expect(around("appk/64-3-days-off", "2025-12-27", "2025-12-28")).toEqual(["holds", "perhaps-still"]);
    expect(around("appk/64-3-days-off", "2025-12-31", "2026-01-01")).toEqual(["perhaps-still", "not"]);
  });

  it("the start of a term: acceptance until then, registration since (art. 76(2))", () => {
    const starts = (isoDay: string): string[] =>
      judgingOn(all, isoDay).flatMap((each) =>
        each.kind === "counting" && each.question === "start" ? [each.answer] : [],
      );
    expect(new Set(starts("2025-12-27"))).toEqual(new Set(["accepted"]));
    expect(starts("2025-12-28")).toEqual(["registered"]);
  });

  it("a complaint on a service: 5 or 15 working days by addressee (art. 25(2)); another: 20 working days, before July 2021 15 calendar days", () => {
    const terms = (isoDay: string): string[] =>
      judgingOn(all, isoDay).flatMap((each) =>
        each.kind === "deadline" && each.addressee !== undefined && each.extends !== true
          ? [`${each.addressee} ${each.amount} ${each.unit}`]
          : [],
      );
    const special = ["provider 5 working-day", "authorised-body 15 working-day"];
    expect(terms("2021-06-30")).toEqual([...["other 15 calendar-day", "other 30 calendar-day"], ...special]);
    expect(terms("2021-07-01")).toEqual(["other 20 working-day", ...special]);
    expect(terms("2026-02-02")).toEqual(["other 20 working-day", ...special]);
  });

  it("forwarding in 3 working days under both laws (Law № 221, art. 7(6); the Code, art. 91(4))", () => {
    expect(judging("2021-06-30", /(?:91-4|7-6)$/)).toEqual(["law-221/7-6"]);
    expect(judging("2021-07-01", /(?:91-4|7-6)$/)).toEqual(["appk/91-4"]);
  });

  it("grounds of refusal: none in April 2016, five from May, six from March 2022 (art. 19-1(2))", () => {
    const grounds = /^zgu\/19-1-2-/;
    expect(judging("2016-04-30", grounds)).toEqual([]);
    expect(judging("2016-05-01", grounds)).toHaveLength(5);
    expect(judging("2022-02-28", grounds)).toHaveLength(5);
    expect(judging("2022-03-01", grounds)).toHaveLength(6);
    expect(around("zgu/19-1-2-1", "2016-05-31", "2016-06-01")).toEqual(["perhaps", "holds"]);
    expect(around("zgu/19-1-2-6", "2022-03-31", "2022-04-01")).toEqual(["perhaps", "holds"]);
  });

  it("refusal of intake from May 2016 (art. 19); the corporation's for expired papers not yet in July 2019 (art. 20(2))", () => {
    expect(judging("2016-04-30", /^zgu\/19-(?:incomplete|expired)$/)).toEqual([]);
    expect(judging("2016-05-01", /^zgu\/19-(?:incomplete|expired)$/)).toHaveLength(2);
    expect(around("zgu/20-2-expired", "2019-07-01", "2019-07-02")).toEqual(["not", "perhaps"]);
    expect(around("zgu/20-2-expired", "2023-06-30", "2023-07-01")).toEqual(["perhaps", "holds"]);
  });

  it("the result at the State corporation a тәулік early: services of one working day exempt from 2022, not yet in 2019 (art. 5(2)5)", () => {
    expect(judging("2019-07-01", /5-2-5/)).toEqual(["zgu/5-2-5-old"]);
    expect(judging("2022-01-01", /5-2-5/)).toEqual(["zgu/5-2-5"]);
  });

  it("the day of acceptance at the State corporation is no part of a term from March 2016 (art. 20(1))", () => {
    expect(around("zgu/20-1", "2016-02-29", "2016-03-01")).toEqual(["not", "holds"]);
  });

  it("the Civil Code's counting holds on all of them", () => {
    for (const isoDay of ["2013-07-01", "2021-06-30", "2026-02-02"])
      expect(judging(isoDay, /^gk\/17[2-6]/)).toHaveLength(8);
  });
});

describe("the stretches of the law", () => {
  it("are cut where a provision begins or ends, and nowhere else", () => {
    const changes = changesOf(all);
    for (const day of ["2016-05-01", "2021-07-01", "2022-03-01", "2025-12-28"])
      expect(changes).toContain(day);
    const known = new Set(all.map(daysOf).flatMap((days) => Object.values(days) as (string | undefined)[]));
    for (const day of changes) expect(known).toContain(day);
  });

  it("every provision has a citation in each language of the reports, and no two one id", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { cite, cites } of all) {
      expect(cite).not.toBe("");
      expect(Object.keys(cites ?? {})).toEqual(["kk", "en"]);
    }
  });
});
