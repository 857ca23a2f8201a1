import fc from "fast-check";
import type { Request } from "../../src/check/request.ts";
import type { Library } from "../../src/library/library.ts";
import type { Volume } from "../../src/library/volume.ts";
import { standingDays } from "../../src/model/in-force.ts";
import { daysAfter } from "../../src/model/iso-day.ts";
import { CHANNELS } from "../../src/model/rule.ts";

const clock = fc
  .tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom("", ":30", ":30.125"),
  )
  .map(
    ([hour, minute, rest]) => `T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}${rest}`,
  );

const dayBetween = (first: string, last: string): fc.Arbitrary<string> =>
  fc
    .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

/** Any text as a client may send it, or a value of another kind than it should be. */
const strange = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double(),
  fc.constant(null),
  fc.constant(["x", 1]),
);

/** Requests to all services of a library: by any channel, with what their books ask for told, denied, left out or strange. */
export const randomRequests = ({ volumes }: Library): fc.Arbitrary<Request> =>
  fc.constantFrom(...volumes).chain(requestTo);

function requestTo({ book, plan }: Volume): fc.Arbitrary<Request> {
  const { facts, documents } = plan();
  const { inForce } = book;
  const { first, end } = standingDays(inForce);
  const [begin = "", last = ""] = [
    [first, "2016-01-01"],
    [end, inForce?.repealed, "2026-12-01"],
  ].map((days) => days.find((day) => day !== undefined && day !== "") ?? "");
  const moment = fc
    .tuple(
      dayBetween(daysAfter(begin, 2), daysAfter(last, -2)),
      clock,
      fc.constantFrom("", "Z", "+05:00", "+06:00"),
    )
    .map((parts) => parts.join(""));
  const told = facts.filter(({ id, finding }) => !finding && id !== "channel");
  const findings = facts.filter(({ finding }) => finding).map(({ id }) => id);
  const valueOf = (fact: (typeof told)[number]): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...fact.classes.flat()) },
      { weight: 1, arbitrary: strange },
    );
  return fc.record(
    {
      service: fc.constant(book.id),
      channel: fc.constantFrom(...CHANNELS),
      submitted: moment,
      registered: moment,
      zone: fc.constantFrom("Asia/Almaty", "Asia/Qyzylorda", "Nowhere/At-All"),
      facts: fc
        .tuple(
          fc.record(Object.fromEntries(told.map((fact) => [fact.id, valueOf(fact)])), { requiredKeys: [] }),
          fc.dictionary(fc.oneof(fc.string({ unit: "binary" }), fc.nat({ max: 20 }).map(String)), strange, {
            maxKeys: 2,
          }),
        )
        .map(([known, other]) => ({ ...known, ...other })),
      documents: fc.array(
        fc.record(
          {
            type: fc.constantFrom(...documents.map(({ id }) => id), 'no such "paper"'),
            validUntil: dayBetween("2015-01-01", "2035-01-01"),
          },
          { requiredKeys: ["type"] },
        ),
        { maxLength: documents.length + 2 },
      ),
      findings: fc.array(
        fc.record({
          fact: fc.constantFrom(...findings, "finding.unheardOf"),
          holds: fc.boolean(),
          by: fc.constantFrom("А. Оспанова", "n"),
          at: moment,
        }),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ["service", "channel", "submitted"] },
  ) as fc.Arbitrary<Request>;
}
