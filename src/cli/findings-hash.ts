import { createHash } from "node:crypto";
import type { Audit } from "../audit/tell/summary.ts";
import { findingsOf } from "../audit/tell/findings.ts";
import type { AuditFinding } from "../model/audit.ts";
import type { SealFile } from "../model/audit-seal.ts";

/** A finding as a line of JSON Lines. */
export const lineOf = (finding: AuditFinding): string => `${JSON.stringify(finding)}\n`;

/** Counts findings and hashes them as `--format jsonl` writes them, so that such a file has this very hash. */
export class FindingsHash {
  readonly #hash = createHash("sha256");
  #count = 0;

  add(part: readonly AuditFinding[]): void {
    this.#hash.update(part.map(lineOf).join(""));
    this.#count += part.length;
  }

  async addAll(audit: Audit): Promise<void> {
    for await (const part of findingsOf(audit)) this.add(part);
  }

  /** To be asked once, when all have been added. */
  end(): SealFile["findings"] {
    return { count: this.#count, sha256: this.#hash.digest("hex") };
  }
}
