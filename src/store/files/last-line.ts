import type { FileHandle } from "node:fs/promises";

/** The end of a file of lines. */
export interface FileEnd {
  /** The last line that is whole, without its break; absent where there is none. */
  readonly line?: string;
  /** Bytes up to the end of that line. */
  readonly wholeTo: number;
  /** What stands behind it without a line's end. */
  readonly torn: string;
}

const PIECE = 65_536;
const BREAK = 0x0a;

/** Reads a file from its end as far as its last whole line begins. */
export async function fileEnd(file: FileHandle, size: number): Promise<FileEnd> {
  let tail = Buffer.alloc(0);
  let from = size;
  while (from > 0 && breaksIn(tail) < 2) {
    const length = Math.min(Math.max(PIECE, tail.length), from);
    from -= length;
    const piece = Buffer.alloc(length);
    await file.read(piece, 0, length, from);
    tail = Buffer.concat([piece, tail]);
  }
  const end = tail.lastIndexOf(BREAK);
  const torn = tail.subarray(end + 1).toString();
  if (end < 0) return { wholeTo: 0, torn };
  const begin = end === 0 ? -1 : tail.lastIndexOf(BREAK, end - 1);
  return { line: tail.subarray(begin + 1, end).toString(), wholeTo: from + end + 1, torn };
}

/** How many line breaks there are, as far as two. */
function breaksIn(bytes: Buffer): number {
  const last = bytes.lastIndexOf(BREAK);
  if (last < 0) return 0;
  return last > 0 && bytes.lastIndexOf(BREAK, last - 1) >= 0 ? 2 : 1;
}
