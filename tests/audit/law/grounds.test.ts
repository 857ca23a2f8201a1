import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRulebook } from "../../../src/files/read-rulebook.ts";
import { Calendars } from "../../../src/library/calendars.ts";
import { bookAtWork } from "../../../src/library/books-at-work.ts";
import { openLibrary } from "../../../src/library/open-library.ts";
import { Laws } from "../../../src/library/laws.ts";
import type { Rule } from "../../../src/model/rule.ts";
import { audited, HOURS, lawful, mappingOf, term } from "./lawful.ts";

const rules = join(import.meta.dirname, "../../../rules");
const OWN: Rule = {
  kind: "refusal",
  id: "own",
  cite: "clause 9",
  stage: "service",
  quote: "the registry is closed",
};
const BOOK = lawful([HOURS, term(), OWN]);
const UNTRUE = "kz-law/zgu/19-1-2-1";
const CONSENT = "kz-law/zgu/19-1-2-6";

const refused = (id: string, day: string, reason: string): string =>
  `${id} submitted ${day}T10:00; ${id} refused ${day}T11:00 portal ${reason}`;

/** What refusals come to, beside their terms. */
async function grounds(rows: readonly string[], book = BOOK, named: Readonly<Record<string, string>> = {}) {
  const { findings } = await audited(rows.join(";"), [book], mappingOf([], { grounds: named }));
  return findings
    .filter(({ outcome, reason }) => outcome === "unknown-ground" || reason === "law-unconfirmed")
    .map(({ case: id, outcome }) => `${id} ${outcome}`);
}

describe("the grounds of every service (Law on public services, art. 19-1(2))", () => {
  it("are known whatever the regulation's list says, by their citation, words or number", async () => {
    expect(
      await grounds([
        refused("1", "2025-06-02", UNTRUE),
        refused("2", "2025-06-02", "АППК"),
        refused("3", "2025-06-02", "finding.documentsUntrue"),
        refused("4", "2025-06-02", "the_queue_was_long"),
        refused("5", "2025-06-02", "own"),
      ]),
    ).toEqual(["2 unknown-ground", "4 unknown-ground"]);
  });

  it("a refusal of kz-mz-2020-49/1 for untrue documents, which its list does not name, is on one", async () => {
    const read = readRulebook(join(rules, "kz-mz-2020-49/1/2022-11-30.json"));
    const words = "Установлена недостоверность представленных документов или данных в них";
    const rows = [
      refused("1", "2025-06-02", words.replaceAll(" ", "_")),
      refused("2", "2025-06-02", "untrue"),
    ];
    const named = { untrue: UNTRUE };
    const { vocabulary } = openLibrary({ rules: [rules], law: "beneath" });
    const beneath = bookAtWork(read, new Calendars(), new Laws(), vocabulary);
    expect(await grounds(rows, beneath, named)).toEqual([]);
    expect(await grounds(rows, bookAtWork(read), named)).toEqual(["1 unknown-ground", "2 unknown-ground"]);
  });

  it("the sixth is one since 2022, and perhaps since March of it", async () => {
    expect(
      await grounds([
        refused("1", "2021-06-02", CONSENT),
        refused("2", "2022-03-15", CONSENT),
        refused("3", "2022-06-02", CONSENT),
      ]),
    ).toEqual(["1 unknown-ground", "2 cannot-be-told"]);
  });

  it("refusal of intake for incomplete or expired papers is one too (art. 19, second part)", async () => {
    expect(
      await grounds([
        refused("1", "2025-06-02", "kz-law/zgu/19-incomplete"),
        refused("2", "2025-06-02", "kz-law/zgu/19-expired"),
      ]),
    ).toEqual([]);
  });

  it("licences have their own, and not those (art. 19-1(4); Law on permits, art. 32(1))", async () => {
    const licence = lawful([HOURS, term(), OWN], { law: { country: "kz", scope: "licence" } });
    const rows = [refused("1", "2025-06-02", UNTRUE), refused("2", "2025-06-02", "kz-law/zru/32-1-fee")];
    expect(await grounds(rows, licence)).toEqual(["1 unknown-ground"]);
    expect(await grounds(rows)).toEqual(["2 unknown-ground"]);
  });

  it("no ground of the law is one where it is left out", async () => {
    const plain = lawful([HOURS, term(), OWN], { law: "none" });
    expect(await grounds([refused("1", "2025-06-02", UNTRUE)], plain)).toEqual(["1 unknown-ground"]);
  });
});
