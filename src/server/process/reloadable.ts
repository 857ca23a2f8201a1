/**
 * Something that was read from files and is read anew while it is in use. Reading and taking into use are two steps, so that several
 * processes change over together, and so that what cannot be read leaves in place what was.
 */
export class Reloadable<Value> {
  #now: Value;
  #next: Value | undefined;

  /** `read` throws where the files are not as they must be. */
  constructor(
    private readonly read: () => Value | Promise<Value>,
    first: Value,
  ) {
    this.#now = first;
  }

  /** What is in use. */
  get now(): Value {
    return this.#now;
  }

  /** Reads anew, and gives what was read; what is in use stays in use. Throws what reading throws. */
  async prepare(): Promise<Value> {
    this.#next = undefined;
    return (this.#next = await this.read());
  }

  /** Takes into use what was prepared; nothing where nothing was. */
  take(): Value {
    this.#now = this.#next ?? this.#now;
    this.#next = undefined;
    return this.#now;
  }

  /** Drops what was prepared. */
  forget(): void {
    this.#next = undefined;
  }
}
