import type { Io } from "./command.ts";

const WIDTH = 24;
const EVERY_MS = 100;

/** A bar on a terminal's stderr: how far, how many rows, how long still. Silent where there is no terminal. */
export class AuditProgress {
  #last = 0;
  readonly #begun: number;
  readonly #shown: boolean;

  constructor(private readonly io: Io) {
    this.#begun = io.now();
    this.#shown = "isTTY" in io.stderr && io.stderr.isTTY === true;
  }

  /** Reading: bytes of all bytes, and the rows so far. */
  readonly reading = (bytes: number, of: number, rows: number): void => {
    if (!this.#due()) return;
    const share = of === 0 ? 1 : Math.min(1, bytes / of);
    const spent = (this.io.now() - this.#begun) / 1000;
    const left = share > 0.02 ? `, ${Math.ceil((spent * (1 - share)) / share)} s left` : "";
    this.#show(share, `${rows.toLocaleString("en")} rows${left}`);
  };

  /** Judging: steps of all steps. */
  readonly judging = (step: string, done: number, of: number): void => {
    if (this.#due() || step === "read") this.#show(done / of, step.replaceAll("_", " "));
  };

  end(): void {
    if (this.#shown) this.io.stderr.write("\r\u001b[K");
  }

  #due(): boolean {
    const now = this.io.now();
    if (!this.#shown || now - this.#last < EVERY_MS) return false;
    this.#last = now;
    return true;
  }

  #show(share: number, what: string): void {
    if (!this.#shown) return;
    const full = Math.round(share * WIDTH);
    this.io.stderr.write(
      `\r\u001b[K[${"#".repeat(full)}${".".repeat(WIDTH - full)}] ${Math.round(share * 100)} %  ${what}`,
    );
  }
}
