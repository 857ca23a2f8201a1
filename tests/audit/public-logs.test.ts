import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mappedEvents } from "../../src/log/mapping-events.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { faults } from "../../src/files/validate.ts";
import { audited, computed, differences, inAll, PUBLIC } from "./public-logs.ts";
import { seeded } from "./run-on.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/audit/public");

/** A log that looks like the public one: its activities in any order, some twice, some missing, over summer time. */
function lookAlike(name: string, cases: number): string {
  const events = mappedEvents(JSON.parse(readFileSync(join(FOLDER, name, "map.json"), "utf8")) as Mapping);
  const random = seeded(name.length);
  const activities = [...Object.keys(events), "Something else"];
  const traces = Array.from({ length: cases }, (_, index) => {
    let at = Date.UTC(
      2018,
      Math.floor(random() * 12),
      1 + Math.floor(random() * 28),
      Math.floor(random() * 24),
      Math.floor(random() * 60),
    );
    const rows = activities.flatMap((activity) =>
      Array.from({ length: Math.floor(random() * 2.4) }, () => activity),
    );
    const lines = rows.map((activity) => {
      at += Math.floor(random() * 12 * 86_400) * 1000;
      return `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="${new Date(at).toISOString()}"/></event>`;
    });
    if (random() < 0.3) lines.reverse();
    return `<trace><string key="concept:name" value="Case ${index}"/>${lines.join("")}</trace>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><log>${traces.join("\n")}</log>`;
}

describe("rulebooks written by hand for public logs", () => {
  for (const name of PUBLIC)
    it(`${name}: outcomes are what another computation makes them`, async () => {
      expect(faults("mapping", JSON.parse(readFileSync(join(FOLDER, name, "map.json"), "utf8")))).toEqual([]);
      const log = Buffer.from(lookAlike(name, 300));
      const ours = await audited(name, log);
      expect(differences(ours, computed(name, log))).toEqual([]);
      expect(Object.keys(inAll(ours)).filter((key) => /met|late|running/.test(key)).length).toBeGreaterThan(
        4,
      );
    });
});
