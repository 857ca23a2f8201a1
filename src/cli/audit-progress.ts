import type { Database } from "../engine/database.ts";
import { rowsRead, type LogSource } from "../log/log-source.ts";
import type { AuditOutcome, AuditSummary } from "../model/audit.ts";
import type { Io } from "./command.ts";
import { barText, timeLeft } from "./audit-bar.ts";
import { STEP_SHARE } from "./audit-step-share.ts";

const EVERY_MS = 150;

/**
 * A bar on a terminal's stderr while an audit reads, judges and writes: how far, how many rows, how long still. Silent
 * where there is no terminal, or one that cannot go back to the beginning of its line.
 */
export class AuditProgress {
  readonly #shown: boolean;
  #timer: NodeJS.Timeout | undefined;
  #database: Database | undefined;
  #phase = "";
  #begun = 0;
  #share = 0;
  #what = "";
  #rows: number | undefined;
  #step = "";
  #done = 0;
  #part = 0;
  #parts = 1;
  #width = 0;

  constructor(private readonly io: Io) {
    this.#shown = "isTTY" in io.stderr && io.stderr.isTTY === true && io.env["TERM"] !== "dumb";
  }

  /** The same log; from then on the bar can ask the database how far it is. */
  watch(source: LogSource): LogSource {
    if (!this.#shown) return source;
    return {
      ...source,
      read: async (database) => {
        this.#database = database;
        await database.watch();
        this.#start("reading");
        const log = await source.read(database);
        this.#rows = await rowsRead(database);
        return log;
      },
    };
  }

  /** Reading text: bytes of all bytes, and the rows so far. */
  readonly reading = (bytes: number, of: number, rows: number): void => {
    this.#share = of === 0 ? 1 : Math.min(1, bytes / of);
    this.#rows = rows;
  };

  /** Judging: which step begins, on which part of the log. */
  readonly judging = (step: string, part: number, parts: number): void => {
    if (step === "read") return;
    if (this.#phase !== "judging") this.#start("judging");
    else if (part === this.#part) this.#done += shareOf(this.#step);
    else this.#done = 0;
    this.#part = part;
    this.#parts = parts;
    this.#step = step;
    const which = parts > 1 && part < parts ? ` (part ${part + 1} of ${parts})` : "";
    this.#what = `${step.replaceAll("_", " ")}${which}`;
  };

  /** Gathering what is written; how long that takes nobody can say. */
  reporting(): void {
    this.#start("writing");
    this.#what = "the report";
  }

  /** Writing: so many findings more, of those that the summary counts. */
  readonly writing = ({ outcomes }: AuditSummary): ((count: number) => void) => {
    const all = (Object.keys(outcomes) as AuditOutcome[]).reduce(
      (sum, each) => sum + (outcomes[each] ?? 0),
      0,
    );
    let written = 0;
    this.#start("writing");
    return (count) => {
      written += count;
      this.#rows = undefined;
      this.#what = `${written.toLocaleString("en")} findings`;
      this.#share = all === 0 ? 1 : written / all;
    };
  };

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#width > 0) this.io.stderr.write(`\r${" ".repeat(this.#width)}\r`);
    this.#width = 0;
  }

  #start(phase: string): void {
    if (!this.#shown) return;
    this.#phase = phase;
    this.#begun = this.io.now();
    this.#share = 0;
    this.#what = "";
    this.#timer ??= setInterval(() => {
      this.#draw();
    }, EVERY_MS).unref();
  }

  /** Of the steps that are done, and of the one at work as far as the database says that it is. */
  #judged(): number {
    const inPart = this.#done + shareOf(this.#step) * (this.#database?.share ?? 0);
    return Math.min(1, (this.#part + Math.min(1, inPart)) / this.#parts);
  }

  #draw(): void {
    if (this.#phase === "judging") this.#share = Math.max(this.#share, this.#judged());
    const rows = this.#rows === undefined ? [] : [`${this.#rows.toLocaleString("en")} rows`];
    const left = timeLeft(this.#share, this.io.now() - this.#begun);
    const parts = [
      ...rows,
      ...(this.#what === "" ? [] : [this.#what]),
      ...(left === undefined ? [] : [left]),
    ];
    const columns = "columns" in this.io.stderr ? Number(this.io.stderr.columns) : 80;
    const text = barText(this.#phase, this.#share, parts, columns);
    this.io.stderr.write(`\r${text.padEnd(this.#width)}`);
    this.#width = text.length;
  }
}

const shareOf = (step: string): number => STEP_SHARE[step] ?? 0;
