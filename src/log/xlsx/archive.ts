/** The bytes are no archive that can be read, or one that was made to fill memories. */
export class ArchiveFault extends Error {}

/** A part of an archive as its directory tells it. */
interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of the header before its bytes. */
  readonly at: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** Bytes of the end of the directory, and of the longest comment behind it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Parts of an archive that are looked at. */
const MOST_ENTRIES = 20_000;
const MEGABYTE = 1024 * 1024;
/** A sheet with all its rows filled comes near it. */
const MOST_BYTES = 2048 * MEGABYTE;
/** Rows that are all alike shrink to a hundredth; what shrinks further was made to fill memories. */
const MOST_RATIO = 300;
/** Below this, a ratio does no harm. */
const SMALL = 16 * MEGABYTE;
/** So many bytes are unpacked at once. */
const SLICE = 64 * 1024;

/** The parts of a workbook, unpacked as they are asked for. */
export class WorkbookArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Throws `ArchiveFault` where the bytes are no whole archive. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    try {
      this.#entries = directoryOf(bytes);
    } catch (error) {
      if (error instanceof RangeError) throw new ArchiveFault("its archive is broken", { cause: error });
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The text of a part, piece by piece; nothing where there is none of this name. Throws `ArchiveFault`. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return;
    const decode = new TextDecoder("utf-8");
    for await (const bytes of this.#unpacked(entry, name)) yield decode.decode(bytes, { stream: true });
    yield decode.decode();
  }

  async *#unpacked({ at, packed, unpacked, method }: Entry, name: string): AsyncGenerator<Uint8Array> {
    const bytes = this.#bytes;
    const most = Math.min(MOST_BYTES, Math.max(SMALL, packed * MOST_RATIO));
    if (unpacked > most) throw bomb(name);
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
      throw new ArchiveFault(`its part ${name} is broken`);
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const data = bytes.subarray(start, start + packed);
    if (data.length < packed || (method !== STORED && method !== DEFLATED))
      throw new ArchiveFault(`its part ${name} is broken`);
    if (method === STORED) {
      yield data;
      return;
    }
    let length = 0;
    try {
      for await (const chunk of slices(data).pipeThrough(new DecompressionStream("deflate-raw"))) {
        length += chunk.length;
        // What its directory said may be untrue.
        if (length > most) throw bomb(name);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof ArchiveFault) throw error;
      throw new ArchiveFault(`its part ${name} is broken`, { cause: error });
    }
  }
}

const bomb = (name: string): ArchiveFault =>
  new ArchiveFault(`its part ${name} would unpack to more than any workbook holds`);

function slices(data: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= data.length) {
        controller.close();
        return;
      }
      controller.enqueue(new Uint8Array(data.subarray(at, at + SLICE)));
      at += SLICE;
    },
  });
}

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
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const called = bytes.subarray(at + 46, at + 46 + name).toString("utf8");
    // Names of parts differ in capitals alone in no workbook, and some programs change them.
    entries.set(called.replaceAll("\\", "/").toLowerCase(), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}
