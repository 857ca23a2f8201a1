import type { Finding } from "../model/finding.ts";

/** What keeps bytes from being a text. */
type Obstacle = Pick<Finding, "code" | "details">;

/** The text of the bytes without its byte order mark, or what keeps them from being a text. */
export function decode(bytes: Uint8Array): string | Obstacle {
  const refused = (code: string, details: Obstacle["details"] = {}): Obstacle => ({ code, details });
  if (bytes.length === 0) return refused("ingest/empty");
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return refused("ingest/utf-16", { byteOrderMark: wide });
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refused("ingest/binary", { byte: zero });
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return content.trim() === "" ? refused("ingest/empty") : content;
  } catch {
    const byte = firstBadByte(bytes);
    return refused(hasControls(bytes) ? "ingest/binary" : "ingest/not-utf-8", { byte });
  }
}

/** Bytes at the beginning by which an encoding is told. */
const HEAD = 4096;

/** UTF-16 with a mark (true) or, told by its even or odd bytes being nearly all 0 or 4 (Latin and Cyrillic), without one. */
function wideEncoding(bytes: Uint8Array): boolean | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const length = Math.min(bytes.length, HEAD);
  const high = [0, 0];
  for (let at = 0; at < length; at += 1)
    if (bytes[at] === 0 || bytes[at] === 4) high[at & 1] = (high[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = high;
  const most = Math.max(even, odd);
  return length >= 8 && most > length * 0.35 && Math.min(even, odd) < length * 0.1 ? false : undefined;
}

/** Offset of the first byte that UTF-8 does not allow, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

/** Whether control bytes that no text has are among the first. */
function hasControls(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, HEAD);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1;
  }
  return controls > length / 100;
}
