import { Worker } from "node:worker_threads";
import type { Finding } from "../../model/finding.ts";
import type { DrawnPage, Told } from "./drawn-page.ts";

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
  /** For a page, and for opening the file, in milliseconds. */
  readonly wait: number;
  /** By which the memory of the process may grow, in bytes. */
  readonly memory: number;
}

const MEGABYTE = 1024 * 1024;

/** An act of 5000 pages would be the longest ever; a page is drawn in about 30 ms. */
const LIMITS: PdfLimits = {
  pages: 5_000,
  marks: 4_000_000,
  wait: 30_000,
  memory: 2048 * MEGABYTE,
};

/** How often time and memory are looked at, in milliseconds. */
const WATCH = 100;

/** The pages of a PDF, or the code of what keeps them from being read, with what is known of it. */
export function openPdf(bytes: Uint8Array, limits: PdfLimits = LIMITS): Promise<Drawn> {
  return new Promise((give) => {
    const drawing = new Drawing(bytes, limits, give);
    drawing.begin();
  });
}

/** Every page, or why there are none. */
export type Drawn = { readonly pages: readonly DrawnPage[] } | Pick<Finding, "code" | "details">;

/** One file being drawn: it is over with the first answer, and the thread with it. */
class Drawing {
  readonly #pages: DrawnPage[] = [];
  readonly #thread: Worker;
  readonly #watch: NodeJS.Timeout;
  readonly #before = process.memoryUsage.rss();
  #marks = 0;
  #heard = performance.now();

  constructor(
    bytes: Uint8Array,
    private readonly limits: PdfLimits,
    private readonly give: (drawn: Drawn) => void,
  ) {
    this.#thread = new Worker(THREAD, {
      // A copy: pdf.js takes the bytes for its own.
      workerData: new Uint8Array(bytes),
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
        this.#pages.push(told.page);
        this.#marks += told.page.texts.length + told.page.rules.length;
        if (this.#marks > this.limits.marks) this.#end(TOO_LARGE);
        return;
      case "done":
        this.#end({ pages: this.#pages });
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
      this.#end({ code: "ingest/pdf-too-slow", details: { page: this.#pages.length + 1 } });
  }

  #end(drawn: Drawn): void {
    clearInterval(this.#watch);
    this.#thread.removeAllListeners();
    // An error of a thread that is being ended is nobody's any more.
    this.#thread.on("error", () => undefined);
    void this.#thread.terminate();
    this.give(drawn);
  }
}

const TOO_LARGE: Drawn = { code: "ingest/pdf-too-large" };
const broken = (why: string): Drawn => ({ code: "ingest/pdf-broken", details: { why } });
