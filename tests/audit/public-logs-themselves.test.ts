import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readMapping } from "../../src/files/read-mapping.ts";
import { audited, computed, differences, endedAfterDeadline, FILES, inAll, PUBLIC } from "./public-logs.ts";
import { auditOf } from "./run-on.ts";

/** The logs are not ours to pass on: they lie beside the checkout, or where TARMAQ_PUBLIC_LOGS says. */
const FOLDER = process.env["TARMAQ_PUBLIC_LOGS"] ?? join(import.meta.dirname, "../../../shared/logs");
const OWN_DEADLINE = readMapping(join(import.meta.dirname, "../fixtures/audit/public/receipt/own-map.json"));

describe("the public logs themselves, by rulebooks written by hand", () => {
  for (const name of PUBLIC) {
    const file = join(FOLDER, FILES[name]);
    if (!existsSync(file)) {
      console.warn(`NOT RUN: ${file} is not there. TARMAQ_PUBLIC_LOGS=<folder> names another place.`);
      it.skip(`${name}: NOT RUN, ${file} is not there`);
      continue;
    }
    if (name === "receipt")
      it(`${name}: what is late by the deadline that the log itself carries is late by its own dates`, async () => {
        const log = readFileSync(file);
        const { findings } = await auditOf(log, OWN_DEADLINE, [bookAtWork({ id: "log", rules: [] })], {
          name: "log.xes",
        });
        const late = findings.filter(({ outcome }) => outcome === "late").map(({ case: id }) => id);
        expect(late).toEqual(endedAfterDeadline(log));
        expect(late.length).toBe(377);
      });
    it(`${name}: outcomes are what another computation makes them, case by case`, async () => {
      const log = readFileSync(file);
      const ours = await audited(name, log);
      expect(differences(ours, computed(name, log))).toEqual([]);
      const decided = Object.entries(inAll(ours)).filter(([key]) => / (?:met|late)$/.test(key));
      expect(decided.length).toBeGreaterThan(2);
    });
  }
});
