import { Inflate } from "fflate";
import { Damaged } from "./damaged.ts";

/** A part of an archive as its directory tells it. */
interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of the header before its bytes. */
  readonly at: number;
}

const MEGABYTE = 1024 * 1024;
/** No part of an act has so many bytes of XML. */
const MOST_BYTES = 32 * MEGABYTE;
/** XML shrinks to a tenth, a table of one word to a hundredth; what shrinks further was made to fill memories. */
const MOST_RATIO = 200;
/** Below this, a ratio does no harm. */
const SMALL = 4 * MEGABYTE;
/** Parts of an archive that are looked at. */
const MOST_ENTRIES = 20_000;

/** The parts of an archive, unpacked one by one when they are asked for. */
export class Archive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Throws `Damaged` where the bytes are no whole archive. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#entries = directoryOf(this.#bytes);
    } catch (error) {
      if (error instanceof RangeError) throw new Damaged("ingest/broken-archive");
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part; undefined where there is none of this name. Throws `Damaged` where it is too large or broken. */
  part(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const { packed, unpacked, method } = entry;
    if (unpacked > MOST_BYTES || (unpacked > SMALL && unpacked > packed * MOST_RATIO))
      throw new Damaged("ingest/bomb", { part: name, bytes: unpacked, packed });
    const data = this.#dataOf(entry, name);
    if (method === 0) return data;
    const most = Math.min(MOST_BYTES, Math.max(SMALL, packed * MOST_RATIO));
    return inflated(
      data,
      most,
      () => new Damaged("ingest/bomb", { part: name, bytes: unpacked, packed }),
      name,
    );
  }

  #dataOf({ at, packed, method }: Entry, part: string): Buffer {
    const bytes = this.#bytes;
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL || (method !== 0 && method !== DEFLATED))
      throw new Damaged("ingest/broken-archive", { part });
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (start + packed > bytes.length) throw new Damaged("ingest/broken-archive", { part });
    return bytes.subarray(start, start + packed);
  }
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
/** Bytes of the end of the directory, and of the longest comment behind it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** The directory at an archive's end; throws `RangeError` where it leads out of the file. */
function directoryOf(bytes: Buffer): Map<string, Entry> {
  let end = bytes.length - END_LENGTH;
  const last = Math.max(0, end - LONGEST_COMMENT);
  while (end >= last && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < last) throw new RangeError("no directory");
  const count = Math.min(bytes.readUInt16LE(end + 10), MOST_ENTRIES);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new RangeError("no entry");
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const from = at + 46;
    const to = from + (name ?? 0);
    entries.set(bytes.subarray(from, to).toString("utf8").replaceAll("\\", "/"), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = to + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** So many bytes are unpacked at once: what they can become still fits into a memory. */
const SLICE = 16 * 1024;

/** Unpacks as it goes, and ends where more comes out than a part may have, whatever its directory said. */
function inflated(data: Uint8Array, most: number, bomb: () => Damaged, part: string): Buffer {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > most) throw bomb();
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < data.length; at += SLICE)
      inflate.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
  } catch (error) {
    if (error instanceof Damaged) throw error;
    throw new Damaged("ingest/broken-archive", { part });
  }
  return Buffer.concat(chunks);
}
