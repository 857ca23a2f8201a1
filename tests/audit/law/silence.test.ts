import { describe, expect, it } from "vitest";
import { audited, HOURS, lawful, mappingOf, term, told } from "./lawful.ts";

const NOW = "2025-12-01T00:00:00Z";
const RULES = [HOURS, term()];
const overdue = async (submitted: string, book = lawful(RULES)): Promise<string[]> =>
  told((await audited(`1 submitted ${submitted}`, [book], mappingOf(), NOW)).findings, "term");

describe("silence", () => {
  it("is a refusal once the term has run out (Administrative Procedural Code, art. 91(2)), from July 2021", async () => {
    expect(await overdue("2025-09-08T10:00")).toEqual(["1 overdue deemed-refused"]);
    expect(await overdue("2021-06-02T10:00")).toEqual(["1 overdue"]);
  });

  it("of a permit is its issue (Law on permits, art. 26)", async () => {
    const permit = lawful(RULES, { law: { country: "kz", scope: "permit" } });
    expect(await overdue("2025-09-08T10:00", permit)).toEqual(["1 overdue deemed-issued"]);
  });

  it("is nothing but lateness without the law, and while the term runs", async () => {
    expect(await overdue("2025-09-08T10:00", lawful(RULES, { law: "none" }))).toEqual(["1 overdue"]);
    expect(await overdue("2025-11-28T10:00")).toEqual(["1 running"]);
  });
});
