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
});
