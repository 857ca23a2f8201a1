/** Whether the server can take requests, as each part of it says that can stand in the way. */
export class Readiness {
  readonly #parts = new Map<string, Asked>();
  #isDraining = false;

  /** Has a part asked whenever somebody asks for the whole: it says what is wrong with it, without paths or persons. */
  watch(part: string, trouble: Asked): void {
    this.#parts.set(part, trouble);
  }

  /** From now on nothing new is to be sent here: the server is about to stop. */
  drain(): void {
    this.#isDraining = true;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** What stands in the way, by part; nothing where the server is ready. */
  async troubles(): Promise<Readonly<Record<string, string>>> {
    const told: [string, string][] = this.#isDraining ? [["server", "is about to stop"]] : [];
    for (const [part, trouble] of this.#parts) {
      const wrong = await trouble();
      if (wrong !== undefined) told.push([part, wrong]);
    }
    return Object.fromEntries(told);
  }
}

/** Gives what is wrong, if anything. */
type Asked = () => string | undefined | Promise<string | undefined>;
