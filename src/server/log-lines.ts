/** Writes lines of a log together, a moment later: a call to the system for each would cost more than most answers. */
export class LogLines {
  #waiting = "";
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly write: (text: string) => void) {}

  add(entry: Readonly<Record<string, unknown>>): void {
    this.#waiting += `${JSON.stringify(entry)}\n`;
    if (this.#waiting.length >= MOST_WAITING) this.flush();
    else
      this.#timer ??= setTimeout(() => {
        this.flush();
      }, LONGEST_MS);
  }

  /** Writes what is waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#waiting;
    this.#waiting = "";
    if (text !== "") this.write(text);
  }
}

const MOST_WAITING = 65_536;
const LONGEST_MS = 50;
