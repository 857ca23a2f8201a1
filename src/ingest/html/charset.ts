/** A page's letters, and by what they were told. */
export interface Decoded {
  readonly content: string;
  /** Name of the encoding as browsers call it. */
  readonly charset: string;
}

/** Browsers look for the name of the encoding in so many bytes. */
const HEAD = 1024;
const NAMED = /<meta[^>]{0,200}?charset\s{0,9}=["'\s]{0,9}([\w-]{2,30})/iu;

/**
 * The letters of a page: by its byte order mark, by its `<meta>`, as UTF-8, as windows-1251; the first that holds. A page
 * that says it is in one byte a letter and is valid UTF-8 was saved by a program that has left what it said.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked !== undefined) return { content: new TextDecoder(marked).decode(bytes), charset: marked };
  const utf8 = strict(bytes);
  if (utf8 !== undefined) return { content: utf8, charset: "utf-8" };
  const named = NAMED.exec(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)))?.[1];
  const charset = (named === undefined ? undefined : oneByte(named)) ?? CYRILLIC;
  const content = new TextDecoder(charset).decode(bytes);
  return charset === CYRILLIC && isKazakh(bytes)
    ? { content: kazakh(bytes), charset: "kz-1048" }
    : { content, charset };
}

const CYRILLIC = "windows-1251";

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function strict(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The name by which the decoder knows an encoding of one byte a letter; undefined for others and for none. */
function oneByte(name: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(name);
    return encoding.startsWith("utf") ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Where KZ-1048, the standard for Kazakh that browsers do not know and pages call windows-1251, has other letters. */
const KAZAKH: Readonly<Record<number, number>> = {
  0x8d: 0x49a,
  0x8e: 0x4ba,
  0x9d: 0x49b,
  0x9e: 0x4bb,
  0xa1: 0x4b0,
  0xa2: 0x4b1,
  0xa3: 0x4d8,
  0xa5: 0x4e8,
  0xaa: 0x492,
  0xaf: 0x4ae,
  0xb4: 0x4e9,
  0xba: 0x493,
  0xbc: 0x4d9,
  0xbd: 0x4a2,
  0xbe: 0x4a3,
  0xbf: 0x4af,
};
/** Of a hundred Cyrillic letters of a Kazakh text some fifteen are of its own; a Russian one has none. */
const OWN = 4;

function isKazakh(bytes: Uint8Array): boolean {
  let own = 0;
  let others = 0;
  for (const byte of bytes) {
    if (KAZAKH[byte] !== undefined) own += 1;
    else if (byte >= 0xc0) others += 1;
  }
  return own * 100 > (own + others) * OWN;
}

function kazakh(bytes: Uint8Array): string {
  const letters = Array.from(
    new TextDecoder(CYRILLIC).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
  );
  for (const [byte, letter] of Object.entries(KAZAKH)) letters[Number(byte)] = String.fromCharCode(letter);
  let content = "";
  for (const byte of bytes) content += letters[byte] ?? "";
  return content;
}
