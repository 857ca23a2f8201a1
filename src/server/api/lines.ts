import type { Arriving } from "./arriving.ts";

/** A line without its end; `too-long` where it has more bytes than may be. */
export type Line = Buffer | "too-long";

const LINE_END = 10;
/** A line that comes byte by byte would else be held as a million pieces. */
const MOST_PIECES = 1000;

/**
 * The lines of what arrives, some at a time: those that a piece of the stream completes. `arrived` is called when there are any. A line that
 * is too long is not kept; those after it are.
 */
export async function* linesOf(
  stream: Arriving,
  longest: number,
  arrived: () => void,
): AsyncGenerator<readonly Line[]> {
  let rest: Buffer[] = [];
  let length = 0;
  const whole = (last: Buffer): Line => {
    const line = length + last.length > longest ? "too-long" : rest.length === 0 ? last : joined(rest, last);
    rest = [];
    length = 0;
    return line;
  };
  for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
    const lines: Line[] = [];
    let begin = 0;
    for (let end = piece.indexOf(LINE_END); end >= 0; end = piece.indexOf(LINE_END, begin)) {
      lines.push(whole(piece.subarray(begin, end)));
      begin = end + 1;
    }
    if (begin < piece.length && length <= longest) rest.push(piece.subarray(begin));
    length += piece.length - begin;
    if (length > longest) rest = [];
    else if (rest.length > MOST_PIECES) rest = [Buffer.concat(rest)];
    if (lines.length > 0) {
      arrived();
      yield lines;
    }
  }
  if (length > 0) yield [whole(Buffer.of())];
}

const joined = (rest: readonly Buffer[], last: Buffer): Buffer => Buffer.concat([...rest, last]);
