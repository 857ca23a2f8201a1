import { hash } from "node:crypto";

const ROOM = 65_536;
const MOST_FREE = 64;
const MOST_BYTES_A_LETTER = 3;
const [SPACE, QUOTE, BACKSLASH, FIRST_OF_TWO_BYTES] = [0x20, 0x22, 0x5c, 0x80];

/** More are made anew each time: what rulebooks name is not as much. */
const MOST_KEPT = 20_000;
const WORDS = new Map<string, Buffer>();
const NAMES = new Map<string, Buffer>();

const plain = (word: string): string => word;

function bytesOf(kept: Map<string, Buffer>, word: string, write: (word: string) => string): Buffer {
  const there = kept.get(word);
  if (there !== undefined) return there;
  const made = Buffer.from(write(word));
  if (kept.size < MOST_KEPT) kept.set(word, made);
  return made;
}

/**
 * Puts texts and ready-made bytes one after another. The memory of what was taken is used again once it is given back:
 * asking the system for twenty kilobytes costs more than filling them.
 */
export class ByteWriter {
  readonly #free: Buffer[] = [];
  #bytes: Buffer = Buffer.allocUnsafeSlow(ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Forgets what was written and not taken: whoever wrote it was interrupted. */
  beginAnew(): void {
    this.#length = 0;
  }

  text(text: string): void {
    this.#makeRoom(text.length * MOST_BYTES_A_LETTER);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** Letters of ASCII, a few of them: without the call that `text` has to make. */
  ascii(text: string): void {
    this.#makeRoom(text.length);
    const bytes = this.#bytes;
    let place = this.#length;
    for (let index = 0; index < text.length; index += 1) bytes[place++] = text.charCodeAt(index);
    this.#length = place;
  }

  /** A word of which there are not many, and which is met again and again: bytes that were made of it before. */
  word(word: string): void {
    this.bytes(bytesOf(WORDS, word, plain));
  }

  /** The same as JSON has a text: a name out of rulebooks, never what a request says. */
  name(name: string): void {
    this.bytes(bytesOf(NAMES, name, JSON.stringify));
  }

  /** A text as JSON has it. Letters of ASCII that need no escaping, which nearly all are, are written as they come. */
  quoted(text: string): void {
    this.#makeRoom(text.length + 2);
    const bytes = this.#bytes;
    let place = this.#length;
    bytes[place++] = QUOTE;
    for (let index = 0; index < text.length; index += 1) {
      const letter = text.charCodeAt(index);
      if (letter < SPACE || letter === QUOTE || letter === BACKSLASH || letter >= FIRST_OF_TWO_BYTES) {
        this.text(JSON.stringify(text));
        return;
      }
      bytes[place++] = letter;
    }
    bytes[place++] = QUOTE;
    this.#length = place;
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Takes the last byte back. */
  back(): void {
    this.#length -= 1;
  }

  /** Takes back all but so many bytes. */
  backTo(length: number): void {
    this.#length = length;
  }

  /** SHA-256 of what was written behind so many bytes, in hexadecimal digits. */
  sha256From(begin: number): string {
    return hash("sha256", this.#bytes.subarray(begin, this.#length), "hex");
  }

  /** What was written, as long as nothing else is. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What was written. It stays as it is until it is given back, if ever; the next thing written begins another. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = this.#free.pop() ?? Buffer.allocUnsafeSlow(ROOM);
    this.#length = 0;
    return taken;
  }

  /** Lets the memory of something taken be used again. Only for who holds it alone, and once. */
  giveBack(taken: Buffer): void {
    const whole = taken.buffer as ArrayBuffer;
    if (whole.byteLength === ROOM && this.#free.length < MOST_FREE) this.#free.push(Buffer.from(whole));
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
