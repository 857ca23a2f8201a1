import type { LogFile } from "../../src/log/log-file.ts";

/** A file of a log that lies nowhere, given in pieces of so many bytes. */
export function fileInMemory(content: string | Uint8Array, name = "log", piece = 7): LogFile {
  const all = Buffer.from(content);
  return {
    path: name,
    name,
    size: all.length,
    head: () => all,
    bytes: async function* (onBytes) {
      for (let at = 0; at < all.length; at += piece) {
        const bytes = all.subarray(at, at + piece);
        onBytes(bytes.length);
        yield await Promise.resolve(bytes);
      }
    },
    place: () => Promise.reject(new Error(`${name} lies nowhere`)),
  };
}
