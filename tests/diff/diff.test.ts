import { describe, expect, it } from "vitest";
import { compareLengths } from "../../src/diff/compare-lengths.ts";
import { diff } from "../../src/diff/diff.ts";
import { CHANGE_WORDS } from "../../src/language/change-words.ts";
import { wordMarks } from "../../src/diff/marks.ts";
import type { ServiceRules, Version } from "../../src/diff/version.ts";
import { duration, type Unit } from "../../src/model/duration.ts";
import type { Rule } from "../../src/model/rule.ts";

const version = (...services: ServiceRules[]): Version => ({ name: "made by hand", of: "rules", services });
const service = (key: string, name: string, rules: readonly Rule[]): ServiceRules => ({ key, name, rules });
const changes = (olds: readonly Rule[], news: readonly Rule[]) =>
  diff(version(service("1", "Куәлік", olds)), version(service("1", "Куәлік", news))).services.flatMap(
    (one) => one.changes,
  );

const term = (amount: number, unit: Unit, more: Partial<Rule> = {}): Rule =>
  ({
    id: `t/${amount}/${unit}`,
    kind: "deadline",
    subject: "service",
    cite: "3",
    amount,
    unit,
    ...more,
  }) as Rule;

describe("terms in different units", () => {
  const cases: readonly (readonly [number, Unit, number, Unit, number | undefined])[] = [
    [3, "working-day", 1, "working-day", 1],
    // A working day may have to wait for Monday, a calendar day does not; neither is less than a day.
    [3, "calendar-day", 3, "working-day", -1],
    // From Monday five calendar days are longer than three working days, from Friday shorter.
    [5, "calendar-day", 3, "working-day", undefined],
    [30, "minute", 1, "working-day", -1],
    [30, "minute", 0, "same-day", undefined],
    [60, "minute", 1, "hour", 0],
    [1, "month", 30, "calendar-day", undefined],
    [1, "month", 31, "calendar-day", -1],
    [1, "year", 11, "month", 1],
    [0, "same-day", 1, "working-day", -1],
  ];
  it.each(cases)("%d %s against %d %s", (amount, unit, otherAmount, otherUnit, order) => {
    expect(compareLengths(duration(amount, unit), duration(otherAmount, otherUnit))).toBe(order);
    const back = compareLengths(duration(otherAmount, otherUnit), duration(amount, unit));
    expect(back).toBe(order === undefined || order === 0 ? order : -order);
  });
});

describe("who gains", () => {
  it("nobody can tell who by another hour of the last day: what is decided between the two is in time or late", () => {
    const [told] = changes([term(3, "working-day")], [term(3, "working-day", { lastHour: "midnight" })]);
    expect(told).toMatchObject({
      fields: [{ field: "lastHour", new: "midnight" }],
      gains: { applicant: "unclear", provider: "unclear" },
    });
  });

  it("the applicant by a shorter term of the provider", () => {
    expect(changes([term(3, "working-day")], [term(1, "working-day")])).toMatchObject([
      { code: "term-shortened", gains: { applicant: "better", provider: "worse" } },
    ]);
  });

  it("the provider by a shorter term of the applicant", () => {
    const more = { subject: "other", toEvent: "submitted" } as Partial<Rule>;
    const [old, now] = [term(5, "day", more), term(3, "day", more)];
    expect(
      changes([{ ...old, subject: "response" } as Rule], [{ ...now, subject: "response" } as Rule]),
    ).toMatchObject([{ code: "term-shortened", gains: { applicant: "worse", provider: "better" } }]);
  });

  it("the provider by a shorter term of an applicant who is named as bound", () => {
    const step = (amount: number): Rule =>
      term(amount, "day", { subject: "step", actor: "Услугополучатель" });
    const [old, now] = [30, 10].map((amount) => version(service("1", "Куәлік", [step(amount)])));
    expect(diff(old!, { ...now!, words: CHANGE_WORDS.ru! }).services[0]?.changes).toMatchObject([
      { code: "term-shortened", gains: { applicant: "worse", provider: "better" } },
    ]);
  });

  it("nobody that is known by a step of nobody, the applicant by an earlier notice", () => {
    const step = { subject: "step" } as Partial<Rule>;
    expect(changes([term(3, "day", step)], [term(1, "day", step)])).toMatchObject([
      { code: "term-shortened", gains: { applicant: "unclear", provider: "unclear" } },
    ]);
    const notice = { subject: "response", direction: "before" } as Partial<Rule>;
    expect(changes([term(3, "day", notice)], [term(5, "day", notice)])).toMatchObject([
      { code: "term-lengthened", gains: { applicant: "better", provider: "worse" } },
    ]);
  });

  it("the applicant loses by what is valid for a shorter time", () => {
    const valid = { subject: "validity" } as Partial<Rule>;
    expect(changes([term(5, "year", valid)], [term(3, "year", valid)])).toMatchObject([
      { code: "term-shortened", gains: { applicant: "worse", provider: "none" } },
    ]);
  });

  it("nobody surely by five calendar days for three working days", () => {
    expect(changes([term(3, "working-day")], [term(5, "calendar-day")])).toMatchObject([
      { code: "term-changed", gains: { applicant: "mixed", provider: "mixed" } },
    ]);
  });

  it("the applicant by hours that open on Saturday and close no earlier", () => {
    const hours = (days: readonly number[], close: string): Rule =>
      ({ id: `h/${close}`, kind: "hours", who: "provider", cite: "7", days, open: "09:00", close }) as Rule;
    expect(changes([hours([1, 2, 3, 4, 5], "18:00")], [hours([1, 2, 3, 4, 5, 6], "18:00")])).toMatchObject([
      { code: "hours-extended", gains: { applicant: "better", provider: "worse" } },
    ]);
    expect(changes([hours([1, 2, 3, 4, 5], "18:00")], [hours([1, 2, 3, 4, 5, 6], "17:00")])).toMatchObject([
      { code: "hours-changed", gains: { applicant: "mixed", provider: "mixed" } },
    ]);
  });

  it("nobody when one rule of hours is told as two", () => {
    const hours = (id: string, days: readonly number[]): Rule =>
      ({ id, kind: "hours", who: "provider", cite: "7", days, open: "09:00", close: "18:00" }) as Rule;
    const all = changes([hours("a", [1, 2, 3, 4, 5, 6])], [hours("b", [1, 2, 3, 4, 5]), hours("c", [6])]);
    expect(all.filter((change) => change.class === "substance")).toEqual([]);
  });
});

describe("services", () => {
  const rule = (id: string, quote: string): Rule => ({
    ...term(1, "day"),
    id,
    source: { file: "f", sha256: "", spans: [{ start: 0, end: 1 }], lines: [1, 1], quote },
  });
  const old = [
    service("1", "Медициналық ұйымға бекіту", [rule("a", "емханаға бекіту туралы талон бір күнде беріледі")]),
    service("2", "Туберкулезге қарсы ұйымнан анықтама беру", [
      rule("b", "туберкулез туралы анықтама диспансерде беріледі"),
    ]),
  ];
  const now = [
    service("1", '"Фтизиатрия" орталығынан мәліметтер ұсыну', [
      rule("c", "туберкулезге қарсы диспансердегі есеп: туберкулезбен ауыратындар туралы мәлімет, анықтама"),
    ]),
    service("2", "Медициналық ұйымға тіркеу", [rule("d", "емханаға тіркеу туралы талон бір күнде беріледі")]),
  ];

  it("are paired by name and content where the number changed", () => {
    const pairs = diff(version(...old), version(...now)).services.map((one) => [one.old?.key, one.new?.key]);
    expect(pairs).toEqual([
      ["1", "2"],
      ["2", "1"],
    ]);
  });

  it("are paired as stated", () => {
    const { services } = diff(version(...old), version(...now), [{ old: "1", new: "1" }]);
    expect(services[0]).toMatchObject({ paired: "stated", old: { key: "1" }, new: { key: "1" } });
  });

  it("without a partner are one change each", () => {
    const { services } = diff(
      version(old[0]!, old[1]!),
      version(now[1]!, service("9", "Балық аулауға рұқсат", [])),
    );
    expect(
      services
        .flatMap((one) => one.changes.map(({ code }) => code))
        .filter((code) => code.startsWith("service")),
    ).toEqual(["service-removed", "service-added"]);
  });
});

describe("word marks", () => {
  it("never cut a word", () => {
    expect(wordMarks("үш жұмыс күні ішінде", "бір жұмыс күнінде")).toEqual([
      { is: "removed", text: "үш" },
      { is: "added", text: "бір" },
      { is: "same", text: " жұмыс " },
      { is: "removed", text: "күні ішінде" },
      { is: "added", text: "күнінде" },
    ]);
  });

  it("give both texts back", () => {
    const [old, now] = ["а, б және в.", "а және г, д."];
    const marks = wordMarks(old, now);
    const side = (leave: string): string =>
      marks
        .filter(({ is }) => is !== leave)
        .map(({ text }) => text)
        .join("");
    expect([side("added"), side("removed")]).toEqual([old, now]);
  });
});

it("says what a side leaves to acts that are not at hand", () => {
  const old = { ...service("1", "Куәлік", [term(1, "day")]), notHeld: ["document"] };
  const [compared] = diff(version(old), version(service("1", "Куәлік", [term(1, "day")]))).services;
  expect(compared?.notHeld).toEqual({ old: ["document"], new: [] });
});

it("marks very long quotes as a whole, so that no rulebook can keep the comparison busy", () => {
  const long = (word: string): string =>
    Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(" ");
  expect(wordMarks(long("а"), long("б")).map(({ is }) => is)).toEqual(["removed", "added"]);
  expect(wordMarks(long("а"), long("а")).map(({ is }) => is)).toEqual(["same"]);
});
