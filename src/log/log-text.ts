import { Trouble } from "../model/trouble.ts";
import type { LogFile, OnBytes } from "./log-file.ts";

/** A line that is longer is held by nobody. */
export const LONGEST_LINE = 16 * 1024 * 1024;
/** So many columns nobody has meant. */
export const MOST_COLUMNS = 10_000;

const HEAD = 65_536;

/**
 * The text of a file, piece by piece. The encoding is told at once, by the file's beginning unless it is stated; throws
 * `Trouble` where nothing tells it.
 */
export function textOf(
  { head, path, bytes }: LogFile,
  stated: string | undefined,
): (onBytes: OnBytes) => AsyncGenerator<string> {
  const encoding = stated ?? encodingOf(head(), path);
  decoder(encoding, path);
  return async function* pieces(onBytes) {
    const decode = decoder(encoding, path);
    for await (const piece of bytes(onBytes)) yield decode.decode(piece, { stream: true });
    yield decode.decode();
  };
}

/** Bytes by which it is told what a file begins with. */
const BEGINNING = 1000;

/** How a file begins, whatever its encoding, as far as letters of ASCII tell: without marks and blanks before it. */
export function beginning(head: Uint8Array): string {
  const text = latin(head.subarray(0, BEGINNING)).replace(
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/,
    "",
  );
  return text.replaceAll("\0", "").trimStart();
}

/** Bytes as letters, one each. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Share of NUL bytes from which on something is no text. */
const MOST_NUL = 0.001;

/** UTF-8 and UTF-16 by mark or by their bytes; otherwise windows-1251, where the bytes are Cyrillic in it. */
function encodingOf(bytes: Uint8Array, path: string): string {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (mark === "fffe0000" || mark === "0000feff")
    throw new Trouble("is in UTF-32", { file: path, wayOut: "Save it in UTF-8." });
  if (mark.startsWith("fffe")) return "utf-16le";
  if (mark.startsWith("feff")) return "utf-16be";
  const sample = bytes.subarray(0, HEAD);
  const nul = [0, 1].map(
    (parity) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length,
  );
  if ((nul[1] ?? 0) > sample.length / 4 && nul[0] === 0) return "utf-16le";
  if ((nul[0] ?? 0) > sample.length / 4 && nul[1] === 0) return "utf-16be";
  // A few are refused with their rows; so many, and it is something else.
  if ((nul[0] ?? 0) + (nul[1] ?? 0) > sample.length * MOST_NUL)
    throw new Trouble("is no text: it holds NUL bytes", {
      file: path,
      wayOut: "Hand in CSV, JSON Lines, XES, Parquet, XLSX, OCEL (JSON), OCEL (XML) or OCEL (SQLite).",
    });
  return singleByteOrUtf8(sample, path);
}

function singleByteOrUtf8(sample: Uint8Array, path: string): string {
  const text = new TextDecoder("utf-8").decode(sample.subarray(0, Math.max(0, sample.length - 4)));
  const bad = (text.match(/\uFFFD/g) ?? []).length;
  const good = (text.match(/[^\0-\u007F\uFFFD]/gu) ?? []).length;
  if (bad <= good) return "utf-8";
  const cyrillic = sample.filter((byte) => byte >= 0xc0).length;
  if (cyrillic * 10 > sample.filter((byte) => byte >= 0x80).length * 9) return "windows-1251";
  throw new Trouble("is in an encoding that its bytes do not tell", {
    file: path,
    wayOut: 'Name it in the mapping: "file": {"encoding": "windows-1251"}.',
  });
}

function decoder(encoding: string, path: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new Trouble(`there is no encoding ${encoding}`, {
      file: path,
      wayOut: "Name one that browsers know, for example windows-1251.",
    });
  }
}
