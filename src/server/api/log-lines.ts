/** Writes lines of a log together, a moment later: a call to the system for each would cost more than most answers. */
export class LogLines {
  #waiting: Entry[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly write: (text: string) => void) {}

  add(entry: Entry): void {
    if (this.#waiting.push(entry) >= MOST_WAITING) this.flush();
    else
      this.#timer ??= setTimeout(() => {
        this.flush();
      }, LONGEST_MS);
  }

  /** Writes what is waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = this.#waiting;
    this.#waiting = [];
    if (entries.length > 0) this.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  }
}

type Entry = Readonly<Record<string, unknown>>;

const MOST_WAITING = 500;
const LONGEST_MS = 50;
