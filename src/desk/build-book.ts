import { asItIs } from "../files/kept-file.ts";
import { textIfThere } from "../files/text-if-there.ts";
import { writeFileWhole } from "../files/write-file.ts";
import { standingOf, type DerivedBook } from "./derive-book.ts";

/** Writes a book whole, where nothing is in the way of it; false where something is, and nothing was written. */
export async function buildBook({ gaps, file, content }: DerivedBook): Promise<boolean> {
  if (gaps.length > 0) return false;
  await writeFileWhole(file.file, content);
  return true;
}

/** How the book that was built stands to the decisions: the same, another, or none was built. */
export async function standingOfBuilt(derived: DerivedBook): Promise<ReturnType<typeof standingOf> | "none"> {
  const written = await textIfThere(asItIs(derived.file));
  return written === undefined ? "none" : standingOf(derived, written);
}
