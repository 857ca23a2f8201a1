import { Worker } from "node:worker_threads";
import type { Finding, Outcome } from "../../model/finding.ts";
import type { TextRead } from "../text-format.ts";
import type { Told } from "./drawn-page.ts";

/** The thread's program, as it was built, from source as well. */
const THREAD = new URL(
  import.meta.url.endsWith(".ts") ? "../../../dist/pdf-thread.js" : "./pdf-thread.js",
  import.meta.url,
);

/** What a file may cost. */
export interface PdfLimits {
  readonly pages: number;
  /** Of words and rules on all pages. */
  readonly marks: number;
  /** Of these words. */
  readonly letters: number;
  /** For a page, for opening the file, and for setting out its text, in milliseconds. */
  readonly wait: number;
  /** By which the memory of the process may grow, in bytes. */
  readonly memory: number;
}

const MEGABYTE = 1024 * 1024;

/** An act of 5000 pages would be the longest ever; a page is drawn in about 30 ms. */
const LIMITS: PdfLimits = {
  pages: 5_000,
  marks: 4_000_000,
  letters: 64_000_000,
  wait: 30_000,
  memory: 2048 * MEGABYTE,
};

/** How often time and memory are looked at, in milliseconds. */
const WATCH = 100;

/** The text of a PDF, or the code of what keeps it from being read, with what is known of it. */
export function openPdf(bytes: Uint8Array, file: string, limits: PdfLimits = LIMITS): Promise<Opened> {
  return new Promise((give) => {
    new Opening(bytes, file, limits, give).begin();
  });
}

/** A text, or why there is none. */
export type Opened = Outcome<TextRead> | Pick<Finding, "code" | "details">;

/** One file being read: it is over with the first answer, and the thread with it. */
class Opening {
  readonly #thread: Worker;
  readonly #watch: NodeJS.Timeout;
  readonly #before = process.memoryUsage.rss();
  #pages = 0;
  #marks = 0;
  #letters = 0;
  #heard = performance.now();

  constructor(
    bytes: Uint8Array,
    file: string,
    private readonly limits: PdfLimits,
    private readonly give: (opened: Opened) => void,
  ) {
    // A copy, which the thread gets as it is: pdf.js takes the bytes for its own.
    const own = new Uint8Array(bytes);
    this.#thread = new Worker(THREAD, {
      workerData: { bytes: own, file },
      transferList: [own.buffer],
      resourceLimits: { maxOldGenerationSizeMb: Math.floor(limits.memory / MEGABYTE) },
    });
    this.#watch = setInterval(() => {
      this.#look();
    }, WATCH);
  }

  begin(): void {
    this.#thread.on("message", (told: Told) => {
      this.#hear(told);
    });
    this.#thread.on("error", (error) => {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      this.#end(code === "ERR_WORKER_OUT_OF_MEMORY" ? TOO_LARGE : broken(String(error)));
    });
    this.#thread.on("exit", () => {
      this.#end(broken("the thread ended"));
    });
  }

  #hear(told: Told): void {
    this.#heard = performance.now();
    switch (told.is) {
      case "opened":
        if (told.pages > this.limits.pages)
          this.#end({ code: "ingest/pdf-too-large", details: { pages: told.pages } });
        return;
      case "page":
        this.#pages += 1;
        this.#marks += told.marks;
        this.#letters += told.letters;
        if (this.#marks > this.limits.marks || this.#letters > this.limits.letters) this.#end(TOO_LARGE);
        return;
      case "read":
        this.#end(told.text);
        return;
      case "password":
        this.#end({ code: "ingest/pdf-password" });
        return;
      case "broken":
        this.#end(broken(told.why));
    }
  }

  #look(): void {
    if (process.memoryUsage.rss() - this.#before > this.limits.memory) this.#end(TOO_LARGE);
    else if (performance.now() - this.#heard > this.limits.wait)
      this.#end({ code: "ingest/pdf-too-slow", details: { page: this.#pages + 1 } });
  }

  #end(opened: Opened): void {
    clearInterval(this.#watch);
    this.#thread.removeAllListeners();
    // An error of a thread that is being ended is nobody's any more.
    this.#thread.on("error", () => undefined);
    void this.#thread.terminate();
    this.give(opened);
  }
}

const TOO_LARGE: Opened = { code: "ingest/pdf-too-large" };
const broken = (why: string): Opened => ({ code: "ingest/pdf-broken", details: { why } });
