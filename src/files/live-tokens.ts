import { createHash, timingSafeEqual } from "node:crypto";
import { statSync } from "node:fs";
import { SECOND_MS } from "../model/time-units.ts";
import type { Trouble } from "../model/trouble.ts";
import { readTokens, type NamedToken, type Scope, type TokenSource } from "./read-tokens.ts";

/** Who holds a token, without the token itself. */
export interface Holder {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Names the token among all, and shows nothing of it. */
  readonly print: string;
}

interface Kept extends Holder {
  readonly hash: Buffer;
}

const EVERY_MS = SECOND_MS;

/** How a file stands: what tells it from what it was, also where another was put in its place, and when it was written. */
interface Standing {
  readonly is: string;
  readonly writtenAt: number;
}

/**
 * Tokens as they now stand in their file: it is looked at again, at most once a second, when somebody is asked for. A file
 * that was written this very second may not be whole yet, and is taken with the next look; one that cannot be read leaves
 * what was held before, and is told of.
 */
export class LiveTokens {
  #kept: readonly Kept[];
  #taken: string;
  #lookedAt: number;

  /** Throws `Trouble` as `readTokens` does. */
  constructor(
    private readonly source: TokenSource,
    private readonly now: () => number,
    /** Is told of every change, and of a file that was refused. */
    private readonly told: (trouble: Trouble | undefined) => void = () => undefined,
  ) {
    this.#taken = this.#standing().is;
    this.#lookedAt = now();
    this.#kept = readTokens(source).map(kept);
  }

  /** Who holds this token; compares without telling by time how much of it is right. */
  holder(token: string): Holder | undefined {
    this.#look();
    const sent = hashOf(token);
    return this.#kept.filter(({ hash }) => timingSafeEqual(hash, sent))[0];
  }

  /** Whether the token of this print is still held, for this. */
  holds(print: string, scope: Scope): boolean {
    this.#look();
    return this.#kept.some((one) => one.print === print && one.scopes.includes(scope));
  }

  /** The names of those who may do this. */
  names(scope: Scope): readonly string[] {
    this.#look();
    return [...new Set(this.#kept.flatMap(({ name, scopes }) => (scopes.includes(scope) ? [name] : [])))];
  }

  /** Reads the file anew, whatever it looks like. Throws `Trouble` where it is refused; what was held is then held on. */
  reload(): void {
    const standing = this.#standing();
    this.#kept = readTokens(this.source).map(kept);
    this.#taken = standing.is;
  }

  #look(): void {
    const now = this.now();
    if (this.source.file === undefined || Math.abs(now - this.#lookedAt) < EVERY_MS) return;
    this.#lookedAt = now;
    const { is, writtenAt } = this.#standing();
    if (is === this.#taken || Math.abs(now - writtenAt) < EVERY_MS) return;
    this.#taken = is;
    try {
      this.#kept = readTokens(this.source).map(kept);
      this.told(undefined);
    } catch (error) {
      this.told(error as Trouble);
    }
  }

  #standing(): Standing {
    const { file } = this.source;
    const about = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
    if (about === undefined) return { is: "", writtenAt: Number.NEGATIVE_INFINITY };
    return { is: `${about.ino} ${about.size} ${about.mtimeMs}`, writtenAt: about.mtimeMs };
  }
}

function kept({ name, scopes, token }: NamedToken): Kept {
  const hash = hashOf(token);
  return { name, scopes, hash, print: hash.toString("base64url") };
}

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
