import type { CaseAnnexes } from "../../model/case-annex.ts";
import { Trouble } from "../../model/trouble.ts";
import { explainCase } from "./explain-case.ts";
import { rulesUsed, zonesAtWork } from "./report-data.ts";
import type { Audit } from "./summary.ts";

/** Gathers what the annexes of chosen cases tell. Throws `Trouble` for a case that the log has not. */
export async function annexesOf(audit: Audit, cases: readonly string[]): Promise<CaseAnnexes> {
  const told = [];
  for (const id of cases) {
    const explained = await explainCase(audit, id);
    if (explained === undefined)
      throw new Trouble(`the log has no case ${JSON.stringify(id)}`, {
        place: "--annex",
        wayOut: "Name a case as the log's case column has it.",
      });
    told.push(explained);
  }
  return {
    cases: told,
    rules: rulesUsed(audit),
    files: audit.summary.files,
    zones: await zonesAtWork(audit),
    seal: audit.summary.seal,
  };
}
