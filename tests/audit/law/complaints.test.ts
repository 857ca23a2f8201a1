import { describe, expect, it } from "vitest";
import { audited, HOURS, lawful, mappingOf, told } from "./lawful.ts";

const AUTHORISED = "complaint-filed:authorised-body";
const PROVIDER = "complaint-filed:provider";
const OTHER = "complaint-filed:other";
const MAPPING = mappingOf([AUTHORISED, PROVIDER, OTHER, "complaint-extended", "complaint-forwarded"]);
const LAW = "kz-law/zgu/25-2";
/** No term of complaints in the book: those of the law (Law on public services, art. 25(2)). */
const BOOK = lawful([HOURS]);
/** The two terms of a regulation, in the law's words. */
const complaint = (id: string, amount: number) =>
  ({
    kind: "deadline",
    id,
    cite: id,
    subject: "complaint",
    amount,
    unit: "working-day",
    fromEvent: "complaint-filed",
    toEvent: "complaint-answered",
  }) as const;
const OWN = lawful([HOURS, complaint("five", 5), complaint("fifteen", 15)]);

// Monday 8 September 2025: the fifth working day is Monday the 15th, the tenth the 22nd, the fifteenth the 29th.
const filed = (id: string, event: string, answered: string): string =>
  `${id} ${event} 2025-09-08T10:00; ${id} complaint-answered ${answered}T10:00`;

describe("a complaint on a public service (Law on public services, art. 25(2))", () => {
  it.each([
    ["of the law", BOOK, `${LAW}-provider`, `${LAW}-authorised`],
    ["of the regulation", OWN, "five", "fifteen"],
  ])("has the one term %s that its addressee has, never both", async (_, book, provider, authorised) => {
    const { findings } = await audited(
      [
        filed("a", AUTHORISED, "2025-09-22"),
        filed("b", AUTHORISED, "2025-09-30"),
        filed("c", PROVIDER, "2025-09-15"),
        filed("d", PROVIDER, "2025-09-22"),
      ].join(";"),
      [book],
      MAPPING,
    );
    expect(told(findings, authorised)).toEqual(["a met", "b late"]);
    expect(told(findings, provider)).toEqual(["c met", "d late"]);
  });

  it.each([
    ["of the law", BOOK, `${LAW}-provider`, `${LAW}-authorised`],
    ["of the regulation", OWN, "five", "fifteen"],
  ])(
    "whose addressee nobody names is told where both terms %s say the same",
    async (_, book, provider, authorised) => {
      const { findings } = await audited(
        [
          filed("a", "complaint-filed", "2025-09-15"),
          filed("b", "complaint-filed", "2025-09-22"),
          filed("c", "complaint-filed", "2025-09-30"),
        ].join(";"),
        [book],
        mappingOf(),
      );
      expect(told(findings, provider)).toEqual([]);
      expect(told(findings, authorised)).toEqual(["a met", "b cannot-be-told no-addressee", "c late"]);
    },
  );

  it("or the mapping names for all that do not say it themselves", async () => {
    const mapping = { ...MAPPING, defaults: { addressee: "provider" } } as const;
    const { findings } = await audited(
      [filed("a", "complaint-filed", "2025-09-22"), filed("b", AUTHORISED, "2025-09-22")].join(";"),
      [OWN],
      mapping,
    );
    expect(told(findings, "five")).toEqual(["a late"]);
    expect(told(findings, "fifteen")).toEqual(["b met"]);
  });

  it("several in one case are answered one after the other, each by its own term", async () => {
    const { findings } = await audited(
      `1 ${PROVIDER} 2025-09-08T10:00; 1 complaint-answered 2025-09-15T10:00
       1 ${AUTHORISED} 2025-09-16T10:00; 1 complaint-answered 2025-10-07T10:00`,
      [OWN],
      MAPPING,
    );
    expect(told(findings, "five")).toEqual(["1 met"]);
    // Tuesday 16 September: 17–19, 22–26, 29 September to 3 October, 6 and 7 October.
    expect(told(findings, "fifteen")).toEqual(["1 met"]);
  });

  it("runs from its registration where the log has that", async () => {
    const mapping = mappingOf([PROVIDER, "complaint-registered"]);
    const { findings } = await audited(
      `1 ${PROVIDER} 2025-09-08T10:00; 1 complaint-registered 2025-09-09T10:00; 1 complaint-answered 2025-09-16T10:00
       2 ${PROVIDER} 2025-09-08T10:00; 2 complaint-answered 2025-09-16T10:00`,
      [BOOK],
      mapping,
    );
    expect(told(findings, `${LAW}-provider`)).toEqual(["1 met", "2 late"]);
    expect(findings.flatMap(({ startedBy }) => startedBy ?? [])).toEqual(["registered", "submitted"]);
  });

  it("is another matter without the law: a regulation's two terms both run, as they did", async () => {
    const plain = lawful([complaint("five", 5), complaint("fifteen", 15)], { law: "none" });
    const { findings } = await audited(filed("a", "complaint-filed", "2025-09-22"), [plain], mappingOf());
    expect(told(findings, "five")).toEqual(["a late"]);
    expect(told(findings, "fifteen")).toEqual(["a met"]);
  });
});

describe("its extension (art. 25(4))", () => {
  it("begins ten working days of its own, and ends the term of the authorised body", async () => {
    // Extended on Monday 29 September, the fifteenth day: 30 September, 1–3, 6–10 and 13 October.
    const extended = (id: string, answered: string): string =>
      `${id} ${AUTHORISED} 2025-09-08T10:00; ${id} complaint-extended 2025-09-29T10:00; ${id} complaint-answered ${answered}T10:00`;
    const { findings } = await audited(
      `${extended("a", "2025-10-13")};${extended("b", "2025-10-14")}`,
      [OWN],
      MAPPING,
    );
    expect(told(findings, "fifteen")).toEqual(["a met", "b met"]);
    expect(told(findings, "kz-law/zgu/25-4-authorised")).toEqual(["a met", "b late"]);
  });

  it("is not for who gives the service: nobody named them", async () => {
    const { findings } = await audited(
      `1 ${PROVIDER} 2025-09-08T10:00; 1 complaint-extended 2025-09-12T10:00; 1 complaint-answered 2025-09-22T10:00`,
      [OWN],
      MAPPING,
    );
    expect(told(findings, "five")).toEqual(["1 late"]);
  });
});

describe("forwarding", () => {
  it("is owed within 3 working days (art. 91(4)), and was before July 2021 (Law № 221, art. 7(6))", async () => {
    const { findings } = await audited(
      // Monday 8 September 2025 and Monday 1 June 2020: the third working day is Thursday.
      `a ${AUTHORISED} 2025-09-08T10:00; a complaint-forwarded 2025-09-11T10:00
       b ${AUTHORISED} 2025-09-08T10:00; b complaint-forwarded 2025-09-12T10:00
       c ${AUTHORISED} 2020-06-01T10:00; c complaint-forwarded 2020-06-05T10:00`,
      [BOOK],
      MAPPING,
    );
    expect(told(findings, "kz-law/appk/91-4")).toEqual(["a met", "b late"]);
    expect(told(findings, "kz-law/law-221/7-6")).toEqual(["c late"]);
  });
});

describe("a complaint to somebody else", () => {
  it("had 15 calendar days before July 2021, 30 where others were asked (Law № 221, art. 8)", async () => {
    const to = (id: string, answered: string): string =>
      `${id} ${OTHER} 2020-06-01T10:00; ${id} complaint-answered ${answered}T10:00`;
    const { findings } = await audited(
      [to("a", "2020-06-16"), to("b", "2020-06-17"), to("c", "2020-07-02")].join(";"),
      [BOOK],
      MAPPING,
    );
    expect(told(findings, "kz-law/law-221/8-others-asked")).toEqual([
      "a met",
      "b cannot-be-told others-asked",
      "c late",
    ]);
  });

  it("has 20 working days since (Administrative Procedural Code, art. 99)", async () => {
    // Monday 8 September 2025: the twentieth working day is Monday 6 October.
    const { findings } = await audited(
      `${filed("a", OTHER, "2025-10-06")};${filed("b", OTHER, "2025-10-07")}`,
      [BOOK],
      MAPPING,
    );
    expect(told(findings, "kz-law/appk/99-old")).toEqual(["a met", "b late"]);
  });

  it("filed before the Law of 17.12.2025 and registered after it has the old term alone: the day of filing decides", async () => {
    const mapping = mappingOf([OTHER, "complaint-registered"]);
    const course = (id: string, filed: string, registered: string, answered: string): string =>
      `${id} ${OTHER} ${filed}T10:00; ${id} complaint-registered ${registered}T10:00; ${id} complaint-answered ${answered}T10:00`;
    const { findings } = await audited(
      // From Monday 22 December 2025: 4 days that week, 3 the next (1 and 2 January are New Year), 5, 6, 8 and 9 January,
      // 12–16, 19–22. From Monday 5 January 2026: 6, 8, 9, three weeks, 2 and 3 February.
      [
        course("a", "2025-12-22", "2026-01-05", "2026-01-22"),
        course("b", "2025-12-22", "2026-01-05", "2026-01-23"),
        course("c", "2026-01-02", "2026-01-05", "2026-02-03"),
        course("d", "2026-01-02", "2026-01-05", "2026-02-04"),
        // Filed twice, the second time between: its first registration is the first one's.
        course("e", "2025-12-22", "2025-12-22", "2026-01-22"),
        course("e", "2026-01-23", "2026-01-23", "2026-02-20"),
        // Filed while nobody knows whether the new words hold yet.
        course("f", "2025-12-29", "2026-01-05", "2026-02-04"),
      ].join(";"),
      [BOOK],
      mapping,
    );
    expect(told(findings, "kz-law/appk/99-old")).toEqual(["a met", "b late", "e met"]);
    expect(told(findings, "kz-law/appk/99")).toEqual([
      "c met",
      "d late",
      "e met",
      "f cannot-be-told law-unconfirmed",
    ]);
  });

  it("that may have been filed on either side of a change accuses nobody", async () => {
    const { findings } = await audited(
      // A day in UTC is that of Almaty until 19:00.
      `a ${OTHER} 2021-06-29; a complaint-answered 2021-09-01T10:00
       b ${OTHER} 2021-06-30; b complaint-answered 2021-09-01T10:00
       c ${OTHER} 2021-07-01; c complaint-answered 2021-09-01T10:00`,
      [BOOK],
      { ...MAPPING, time: { zone: "UTC" } },
    );
    expect(told(findings, "kz-law/law-221/8-others-asked")).toEqual(["a late", "b cannot-be-told date-only"]);
    expect(told(findings, "kz-law/appk/99-old")).toEqual(["c late"]);
  });
});

describe("a request submitted before the Law of 17.12.2025", () => {
  it("has the old term alone, whatever was registered or forwarded after it: the day of submission decides", async () => {
    const { findings } = await audited(
      // 15 working days (Code, art. 76(1)) from Monday 22 December 2025 end on 15 January, from Monday 5 January on the 27th.
      `a submitted 2025-12-22T10:00; a registered 2026-01-05T10:00; a result-issued 2026-01-15T10:00
       b submitted 2025-12-22T10:00; b registered 2026-01-05T10:00; b result-issued 2026-01-16T10:00
       c submitted 2026-01-02T10:00; c registered 2026-01-05T10:00; c result-issued 2026-01-27T10:00
       d submitted 2026-01-02T10:00; d registered 2026-01-05T10:00; d result-issued 2026-01-28T10:00
       e submitted 2025-12-22T10:00; e forwarded 2026-01-05T10:00; e result-issued 2026-01-27T10:00`,
      [BOOK],
      mappingOf(["forwarded"]),
    );
    expect(told(findings, "kz-law/appk/76-1-old")).toEqual(["a met", "b late", "e met"]);
    expect(told(findings, "kz-law/appk/76-1")).toEqual(["c met", "d late"]);
  });
});
