import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import schema from "../../schemas/request.schema.json" with { type: "json" };
import type { Request } from "../../src/check/request.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { readRequest } from "../../src/files/read-request.ts";
import { Trouble } from "../../src/model/trouble.ts";
import { CHANNELS } from "../../src/model/rule.ts";

const library = openLibrary();
const file = join(mkdtempSync(join(tmpdir(), "tarmaq-reads-")), "request.json");
/** The schema by itself, as anybody would use it. */
const passes = new Ajv2020().compile(schema);

/** Whether `check` reads a value that stands in a file. */
function isRead(value: unknown): boolean {
  writeFileSync(file, JSON.stringify(value));
  try {
    readRequest(file);
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}

const ids = library.volumes.map(({ book }) => book.id);
const facts = library.vocabulary.facts.map(({ id }) => id);
const anything = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).map((value) => value as unknown);
const factValue = fc.oneof(
  fc.boolean(),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);
const time = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom("2025-03-17T10:00", "2018-05-15T10:00:00Z", "2016-03-14T23:59:59.5+06:00"),
  },
  fc
    .date({ min: new Date("1850-01-01"), max: new Date("2150-01-01"), noInvalidDate: true })
    .chain((date) =>
      fc.constantFrom(date.toISOString(), date.toISOString().slice(0, 16), date.toISOString().slice(0, 10)),
    ),
  fc.constantFrom(
    "2025-02-29T10:00",
    "2024-02-29T10:00",
    "2025-03-17T24:00",
    "2025-03-17T10:00+15:00",
    "2025-03-17T10:00-05:30",
  ),
);
const document = fc.record(
  {
    type: fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(...library.vocabulary.documents.map(({ id }) => id)),
    ),
    validUntil: fc.constantFrom(
      ...Array<string>(12).fill("2030-01-01"),
      "2025-02-29",
      "1899-01-01",
      "tomorrow",
    ),
  },
  { requiredKeys: ["type"] },
);
const finding = fc.record({
  fact: fc.constantFrom(...facts),
  holds: fc.boolean(),
  by: fc.string({ minLength: 1 }),
  at: time,
});

/** Near to a request: mostly what the schema asks for, each part now and then anything at all. */
const nearly = fc
  .record(
    {
      service: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...ids) },
        { weight: 1, arbitrary: anything },
      ),
      channel: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...CHANNELS) },
        { weight: 1, arbitrary: anything },
      ),
      submitted: fc.oneof({ weight: 9, arbitrary: time }, { weight: 1, arbitrary: anything }),
      zone: fc.oneof(fc.constantFrom("Asia/Oral", "Mars/Phobos"), fc.string({ maxLength: 80 })),
      facts: fc.oneof(
        {
          weight: 9,
          arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...facts), fc.string()), factValue, {
            maxKeys: 5,
          }),
        },
        { weight: 1, arbitrary: anything },
      ),
      documents: fc.oneof(
        { weight: 9, arbitrary: fc.array(document, { maxLength: 3 }) },
        { weight: 1, arbitrary: anything },
      ),
      findings: fc.oneof(
        { weight: 9, arbitrary: fc.array(finding, { maxLength: 2 }) },
        { weight: 1, arbitrary: anything },
      ),
      $schema: fc.string(),
    },
    { requiredKeys: ["service", "channel", "submitted"] },
  )
  .chain((request) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(request as unknown) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.string(), anything).map(([key, value]) => ({ ...request, [key]: value })),
      },
      { weight: 1, arbitrary: anything },
    ),
  );

describe("check", () => {
  it("refuses to read only what request.schema.json refuses, and judges what it reads", () => {
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(nearly, (value) => {
        const asWritten: unknown = JSON.parse(JSON.stringify(value));
        const isPassed: boolean = passes(asWritten);
        expect(isRead(value)).toBe(isPassed);
        seen[isPassed ? "read" : "refused"] += 1;
        if (!isPassed) return;
        const request = asWritten as Request;
        try {
          expect(library.judge(request).reasons).not.toEqual([]);
        } catch (error) {
          // A service or a day that no rulebook at hand covers is all that can still be said against a request.
          if (!(error instanceof Trouble)) throw error;
          expect(["/service", "/submitted"]).toContain(error.at.place);
        }
      }),
      { numRuns: 1200 },
    );
    expect(seen.read).toBeGreaterThan(200);
    expect(seen.refused).toBeGreaterThan(200);
  });
});
