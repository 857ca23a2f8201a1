import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { openLibrary } from "../../src/cli/open-library.ts";
import { serviceForm } from "../../src/cli/service-form.ts";
import { faults } from "../../src/cli/validate.ts";
import type { FactValue } from "../../src/model/condition.ts";
import { CHANNELS } from "../../src/model/rule.ts";

const library = openLibrary();

describe.each(
  library.volumes.map((volume) => [volume.file.split("/rules/")[1] ?? volume.file, volume] as const),
)("the form of %s", (_, volume) => {
  const plan = volume.plan();
  const form = serviceForm(volume, library, "kk") as {
    readonly properties: { readonly channel: { readonly oneOf: { const: string }[] } };
  };
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    keywords: ["x-labels"],
  });
  const passes = ajv.compile(form);
  const offered = CHANNELS.filter((channel) => plan.channels[channel].offered);
  const told = plan.facts.filter(({ id, finding }) => id !== "channel" && !finding);

  /** Anything a person could fill in, with some facts left out. */
  const filled = fc
    .record({
      channel: fc.constantFrom(...CHANNELS),
      values: fc.tuple(...told.map(({ classes }) => fc.constantFrom(...classes.flat()))),
      left: fc.array(fc.nat({ max: Math.max(told.length - 1, 0) }), { maxLength: 2 }),
      documents: fc.array(
        fc.record(
          {
            type: fc.constantFrom(...plan.documents.map(({ id }) => id), "no-such"),
            validUntil: fc.constantFrom("2030-01-01", "2020-01-01"),
          },
          { requiredKeys: ["type"] },
        ),
        { maxLength: 3 },
      ),
    })
    .map(({ channel, values, left, documents }) => {
      const facts: Record<string, FactValue> = {};
      for (const [index, { id }] of told.entries()) if (!left.includes(index)) facts[id] = values[index]!;
      return { service: plan.book.id, channel, submitted: "2025-03-17T10:00", facts, documents };
    });

  it("offers the channels of the service and no other", () => {
    expect(form.properties.channel.oneOf.map(({ const: channel }) => channel)).toEqual(offered);
  });

  it("passes only what check reads, and leaves no fact of the applicant unknown", () => {
    let passed = 0;
    fc.assert(
      fc.property(filled, (request) => {
        if (!passes(request)) return;
        passed += 1;
        expect(faults("request", request)).toEqual([]);
        const judged = check(plan, request, { rulebook: { id: plan.book.id, standing: "in-force" } });
        expect(judged.reasons.filter(({ missing }) => missing !== undefined)).toEqual([]);
        expect(judged.undetermined).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it.each(offered)("asks for every fact that the rules look at: %s", (channel) => {
    const complete = {
      service: plan.book.id,
      channel,
      submitted: "2025-03-17T10:00",
      facts: Object.fromEntries(told.map(({ id, classes }) => [id, classes[0]?.[0]])),
      documents: [],
    };
    expect(passes(complete)).toBe(true);
    for (const slot of plan.channels[channel].facts) {
      const fact = plan.facts[slot]!;
      if (fact.finding || fact.id === "channel") continue;
      const rest = Object.fromEntries(Object.entries(complete.facts).filter(([id]) => id !== fact.id));
      expect(passes({ ...complete, facts: rest })).toBe(false);
    }
  });
});
