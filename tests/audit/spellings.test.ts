import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { suggestMapping } from "../../src/log/suggest-mapping.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { AuditFinding, AuditSummary } from "../../src/model/audit.ts";
import type { Rule } from "../../src/model/rule.ts";
import { auditOf } from "./run-on.ts";

const BOOK = bookAtWork({
  id: "b",
  zone: "Asia/Almaty",
  rules: [
    { id: "d3", kind: "deadline", subject: "service", amount: 3, unit: "calendar-day", cite: "1" },
    { id: "ground", kind: "refusal", stage: "service", cite: "2" } satisfies Rule,
  ],
});
const MAPPING: Mapping = {
  columns: {
    case: "case",
    activity: "activity",
    time: "time",
    provider: "provider",
    channel: "channel",
    reason: "reason",
  },
  events: { "Өтініш берілді": "submitted", "Нәтиже берілді": "result-issued", "Бас тартылды": "refused" },
  channels: { Порталда: "portal" },
  grounds: { "дұрыс емес": "ground" },
};
const HEAD = "case,activity,time,provider,channel,reason\n";

async function audit(
  rows: readonly string[],
  mapping: Partial<Mapping> = {},
): Promise<{ findings: readonly AuditFinding[]; summary: AuditSummary }> {
  return auditOf(`${HEAD}${rows.join("\n")}\n`, { ...MAPPING, ...mapping }, [BOOK]);
}

describe("names", () => {
  it("are the same with blanks and capitals that nobody sees, and what was taken for what is told", async () => {
    const { findings, summary } = await audit([
      "1,Өтініш берілді,2024-06-03,ЦОН №1,portal,",
      '1 ,"өтініш  берілді ",2024-06-03,"цон №1 ", Порталда,',
      "2,ӨТІНІШ БЕРІЛДІ,2024-06-03,ЦОН  №1,порталда,",
      '2," Бас тартылды",2024-06-04,ЦОН №1,Portal,Дұрыс емес ',
    ]);
    expect(
      findings.map(({ case: id, outcome, provider, channel }) => [id, outcome, provider, channel]),
    ).toEqual([
      ["1", "running", "ЦОН №1", "portal"],
      ["2", "met", "ЦОН №1", "portal"],
    ]);
    expect(summary.cases).toBe(2);
    expect(summary.notMapped).toEqual([]);
    expect(summary.notInLog).toEqual([{ field: "events", name: "Нәтиже берілді" }]);
    expect(summary.spellings).toContainEqual({ column: "case", name: "", written: [], rows: 1 });
    expect(summary.spellings).toContainEqual({
      column: "provider",
      name: "ЦОН №1",
      written: ["ЦОН  №1", "цон №1 "],
      rows: 2,
    });
    expect(summary.spellings).toContainEqual({
      column: "activity",
      name: "Өтініш берілді",
      written: ["ӨТІНІШ БЕРІЛДІ", "өтініш  берілді "],
      rows: 2,
    });
  });

  it("of a mapping that differ in capitals alone are two names", async () => {
    const { findings } = await audit(["1,a,2024-06-03,,,", "1,A,2024-06-04,,,", "2,a ,2024-06-03,,,"], {
      events: { a: "submitted", A: "result-issued" },
    });
    // Which of the two "a " is, nobody can tell: it is not mapped.
    expect(findings.map(({ case: id, outcome }) => [id, outcome])).toEqual([["1", "met"]]);
  });

  it("of providers may have aliases in the mapping, by which also their zone is found", async () => {
    const { findings } = await audit(
      ["1,Өтініш берілді,2024-06-03,Халыққа қызмет көрсету орталығы,,", "2,Өтініш берілді,2024-06-03,цон,,"],
      { providers: { "Халыққа қызмет көрсету орталығы": "ЦОН" } },
    );
    expect(findings.map(({ provider }) => provider)).toEqual(["ЦОН", "ЦОН"]);
  });

  it("are left as they are where there is nothing to mend", async () => {
    const { summary } = await audit(["1,Өтініш берілді,2024-06-03,ЦОН,portal,"]);
    expect(summary.spellings).toEqual([]);
  });
});

describe("proposed aliases", () => {
  const proposed = (...providers: readonly string[]): { providers?: unknown; remarks: string } => {
    const rows = providers.map((provider) => ({
      case: "1",
      activity: "submitted",
      time: "2024-06-03",
      provider,
    }));
    const { providers: aliases, remarks } = suggestMapping(rows, ["case", "activity", "time", "provider"], {
      whole: true,
      services: [],
    });
    return { providers: aliases, remarks: remarks.join("\n") };
  };

  it("are names that differ in marks and look-alikes, for the one that most rows have", () => {
    // The second has a Latin letter in it, the third other quotation marks.
    expect(
      proposed('ЦОН "Бостандық"', 'ЦОН "Бостандық"', 'ЦOН "Бостандық"', "ЦОН «Бостандық»").providers,
    ).toEqual({
      'ЦOН "Бостандық"': 'ЦОН "Бостандық"',
      "ЦОН «Бостандық»": 'ЦОН "Бостандық"',
    });
  });

  it("never of different numbers; one letter in a long name is asked about", () => {
    expect(proposed("ЦОН №1", "ЦОН №2", "ЦОН 1-1", "ЦОН 11").providers).toBeUndefined();
    const { providers, remarks } = proposed(
      "Бостандық ауданы әкімдігі",
      "Бостандык ауданы әкімдігі",
      "Алмалы ауданы әкімдігі",
    );
    expect(providers).toBeUndefined();
    expect(remarks).toContain('"Бостандық ауданы әкімдігі / Бостандык ауданы әкімдігі"');
    expect(remarks).not.toContain("Алмалы ауданы әкімдігі /");
  });
});
