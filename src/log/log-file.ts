/** Hears of bytes as they are read, packed as they lie there. */
export type OnBytes = (count: number) => void;

/** A file of a log, opened: how it begins, and functions that give all of it. Whoever opens it touches the disk. */
export interface LogFile {
  /** Names it to people. */
  readonly path: string;
  readonly name: string;
  /** Its length as it lies there. */
  readonly size: number;
  /** How it begins, unpacked: read again each time, so that a log of many files is not held by its beginnings. */
  readonly head: () => Uint8Array;
  /** All of it, unpacked, piece by piece. Throws `Trouble` where it cannot be read to its end. */
  readonly bytes: (onBytes: OnBytes) => AsyncIterable<Uint8Array>;
  /** Where it lies unpacked, for what reads it there by itself; `apart`: in a folder of ours, for what makes files beside it. */
  readonly place: (where?: "apart") => Promise<string>;
}
