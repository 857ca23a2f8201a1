import { markdown } from "./markdown.ts";
import { plainText } from "./plain-text.ts";
import type { TextFormat } from "./text-format.ts";

/** Every format of texts. A text is in the first that tells so; the last tells so of any. */
export const FORMATS: readonly TextFormat[] = [markdown, plainText];
