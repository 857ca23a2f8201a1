import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audited, computed, differences, FILES, inAll, PUBLIC } from "./public-logs.ts";

/** The logs are not ours to pass on: they lie beside the checkout, or where TARMAQ_PUBLIC_LOGS says. */
const FOLDER = process.env["TARMAQ_PUBLIC_LOGS"] ?? join(import.meta.dirname, "../../../shared/logs");
describe("the public logs themselves, by rulebooks written by hand", () => {
  for (const name of PUBLIC) {
    const file = join(FOLDER, FILES[name]);
    if (!existsSync(file)) {
      console.warn(`NOT RUN: ${file} is not there. TARMAQ_PUBLIC_LOGS=<folder> names another place.`);
      it.skip(`${name}: NOT RUN, ${file} is not there`);
      continue;
    }
    it(`${name}: outcomes are what another computation makes them, case by case`, async () => {
      const log = readFileSync(file);
      const ours = await audited(name, log);
      expect(differences(ours, computed(name, log))).toEqual([]);
      const decided = Object.entries(inAll(ours)).filter(([key]) => / (?:met|late)$/.test(key));
      expect(decided.length).toBeGreaterThan(2);
    });
  }
});
