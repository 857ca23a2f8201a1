import { mkdirSync, unlinkSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Request } from "../../check/request.ts";
import type { Receipt } from "../../model/receipt.ts";
import { DAY_MS } from "../../model/time-units.ts";
import { Trouble } from "../../model/trouble.ts";
import { decisionEntry, linked, type Head } from "../chain.ts";
import type { LastingLog } from "../decision-log.ts";
import { reasonOf, type Unkept } from "../unkept.ts";
import { WrittenTogether } from "../written-together.ts";
import { logFilesIn, openDay, type DayFile } from "./day-file.ts";

/** How a decision log in files is kept. */
export interface FileLogOptions {
  readonly folder: string;
  /** Whole days after which a day's file is deleted. */
  readonly retentionDays: number;
  readonly now: () => number;
  /** Letters, digits and hyphens that tell this process's files from those of others that write to the same folder. */
  readonly writer?: string;
  /** Told how many bytes of half a line were cut off. */
  readonly cutOff?: (bytes: number) => void;
}

interface Entry {
  readonly at: string;
  readonly receipt: Receipt;
  readonly request: Request;
}

/**
 * Requests with the receipts of their verdicts, a file a day: whole lines or none, and what was acknowledged is on the
 * disk. Holds personal data: it is there only where the operator turned it on, and files older than the retention are
 * deleted. Throws `Trouble` where the folder cannot be made.
 */
export class FileDecisionLog implements LastingLog {
  #file: DayFile | undefined;
  readonly #entries = new WrittenTogether<Entry>({
    place: "the decision log",
    write: (entries) => this.#append(entries),
    probe: (hasFailed) => (hasFailed ? this.#findRoom() : Promise.resolve()),
  });

  constructor(private readonly options: FileLogOptions) {
    const { folder } = options;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      this.#deleteOld();
    } catch (error) {
      throw new Trouble(`cannot be used for the decision log (${reasonOf(error)})`, {
        file: folder,
        wayOut: "Name a folder that can be written.",
      });
    }
  }

  write(receipt: Receipt, request: Request): Promise<void> {
    return this.#entries.keep({ at: new Date(this.options.now()).toISOString(), receipt, request });
  }

  trouble(): Promise<Unkept | undefined> {
    return this.#entries.trouble();
  }

  async close(): Promise<void> {
    await this.#entries.written();
    await this.#leave();
  }

  forget(): Promise<void> {
    return Promise.resolve().then(() => {
      this.#deleteOld();
    });
  }

  async #append(entries: readonly Entry[]): Promise<void> {
    const file = await this.#today();
    let head: Head = file.head;
    let lines = "";
    for (const { at, receipt, request } of entries) {
      const { number, previous, hash } = (head = linked(decisionEntry(at, receipt), head));
      lines += `${JSON.stringify({ at, receipt, request, number, previous, hash })}\n`;
    }
    const bytes = Buffer.from(lines);
    try {
      await file.handle.appendFile(bytes);
      await file.handle.datasync();
    } catch (error) {
      await this.#takeBack(file, bytes);
      throw error;
    }
    this.#file = { ...file, size: file.size + bytes.length, head };
  }

  /**
   * Cuts off what of a failed write has reached the file, unless it is another's. Where that fails as well, the file is
   * looked at anew before the next line.
   */
  async #takeBack({ handle, size }: DayFile, bytes: Buffer): Promise<void> {
    try {
      const length = (await handle.stat()).size - size;
      const written = Buffer.alloc(Math.max(0, length));
      await handle.read(written, 0, written.length, size);
      if (length > 0 && bytes.subarray(0, length).equals(written)) {
        await handle.truncate(size);
        await handle.datasync();
      }
    } catch {
      // It is opened anew, which cuts off what is torn.
    }
    await this.#leave();
  }

  /** The file of today; opened anew where the day has changed, another process has written to it, or it was deleted. */
  async #today(): Promise<DayFile> {
    const { folder, now, writer = "", cutOff } = this.options;
    const day = new Date(now()).toISOString().slice(0, 10);
    const file = this.#file;
    if (file?.day === day && (await isAsItWasLeft(file))) return file;
    await this.#leave();
    const { cut, ...opened } = await openDay(folder, day, writer);
    this.#file = opened;
    if (cut > 0) cutOff?.(cut);
    return opened;
  }

  async #leave(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.handle.close().catch(() => undefined);
  }

  /** Whether there is room again is told by a file beside the log: nothing is added to the log that nobody has asked. */
  async #findRoom(): Promise<void> {
    const { folder, writer = "" } = this.options;
    const beside = join(folder, `.room${writer}`);
    try {
      const file = await open(beside, "w", 0o600);
      try {
        await file.appendFile(Buffer.alloc(ROOM));
        await file.datasync();
      } finally {
        await file.close();
      }
    } finally {
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  #deleteOld(): void {
    const { folder, now, retentionDays } = this.options;
    const oldest = new Date(now() - retentionDays * DAY_MS).toISOString().slice(0, 10);
    for (const { name, day } of logFilesIn(folder)) if (day < oldest) unlinkSync(join(folder, name));
  }
}

/** Bytes of room that an answer's entry surely has use for. */
const ROOM = 65_536;

async function isAsItWasLeft({ handle, size }: DayFile): Promise<boolean> {
  const now = await handle.stat();
  return now.size === size && now.nlink > 0;
}
