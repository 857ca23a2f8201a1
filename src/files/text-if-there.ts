import { readFile } from "node:fs/promises";

/** The words of a file of ours; undefined where it is not there. */
export const textIfThere = async (file: string): Promise<string | undefined> =>
  (await bytesIfThere(file))?.toString("utf8");

/** The bytes of a file of ours; undefined where it is not there. */
export async function bytesIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
