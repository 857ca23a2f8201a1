import { mkdirSync, readdirSync, unlinkSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Request } from "../../check/request.ts";
import type { Receipt } from "../../model/receipt.ts";
import { DAY_MS } from "../../model/time-units.ts";

const NAME = /^decisions-(\d{4}-\d{2}-\d{2})\.jsonl$/;

/**
 * Requests with the receipts of their verdicts, a file a day, appended only; what was acknowledged is on the disk. Holds
 * personal data: it is there only where the operator turned it on, and files older than the retention are deleted.
 */
export class DecisionLog {
  #day = "";
  #file: FileHandle | undefined;
  #waiting: string[] = [];
  #flushing: Promise<void> | undefined;

  constructor(
    private readonly folder: string,
    private readonly retentionDays: number,
    private readonly now: () => number,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#deleteOld();
  }

  /** Resolves once the entry is on the disk. Entries that arrive together are written together. */
  async write(receipt: Receipt, request: Request): Promise<void> {
    this.#waiting.push(`${JSON.stringify({ at: new Date(this.now()).toISOString(), receipt, request })}\n`);
    const before = this.#flushing;
    if (before !== undefined) await before.catch(() => undefined);
    if (this.#waiting.length === 0) return this.#flushing;
    this.#flushing = this.#flush();
    await this.#flushing;
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#file?.close();
    this.#file = undefined;
  }

  async #flush(): Promise<void> {
    const lines = this.#waiting.join("");
    this.#waiting = [];
    const file = await this.#today();
    await file.appendFile(lines);
    await file.datasync();
  }

  async #today(): Promise<FileHandle> {
    const day = new Date(this.now()).toISOString().slice(0, 10);
    if (this.#file !== undefined && day === this.#day) return this.#file;
    await this.#file?.close();
    this.#file = await open(join(this.folder, `decisions-${day}.jsonl`), "a", 0o600);
    this.#day = day;
    this.#deleteOld();
    return this.#file;
  }

  #deleteOld(): void {
    const oldest = new Date(this.now() - this.retentionDays * DAY_MS).toISOString().slice(0, 10);
    for (const name of readdirSync(this.folder)) {
      const day = NAME.exec(name)?.[1];
      if (day !== undefined && day < oldest) unlinkSync(join(this.folder, name));
    }
  }
}
