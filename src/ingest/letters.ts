import { withPlainSpaces } from "../model/hard-spaces.ts";
import { decode } from "./decode.ts";
import { markdown } from "./markdown.ts";
import { plainText } from "./plain-text.ts";
import { refused } from "./refused.ts";
import type { FileFormat, TextFormat } from "./text-format.ts";

/** Every format whose letters are the text. A text is in the first that tells so; the last tells so of any. */
const TEXT_FORMATS: readonly TextFormat[] = [markdown, plainText];

/** A file that holds nothing but letters, in UTF-8; also what is no text at all, which it refuses with the reason. */
export const letters: FileFormat = {
  tells: () => true,
  read: (bytes, { file }) => {
    const decoded = decode(bytes);
    if (typeof decoded !== "string") return refused(file, decoded.code, decoded.details);
    const plain = withPlainSpaces(decoded);
    const { id, layout, blocks } = formatOf(plain);
    return { value: { content: decoded, format: id, layout, blocks: blocks(plain) }, findings: [] };
  },
};

function formatOf(content: string): TextFormat {
  const format = TEXT_FORMATS.find(({ tells }) => tells(content));
  if (format === undefined) throw new RangeError("a text is in no format, not even a plain one");
  return format;
}
