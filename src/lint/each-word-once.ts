import { groupedBy } from "../model/grouped-by.ts";
import type { Draft, WordInFile } from "./draft.ts";
import type { Found } from "./lint.ts";
import { partsBySource } from "./parts-by-source.ts";

/** A finding for each different word, at the first of its places that a part has, with how often it is written so. */
export function eachWordOnce(words: readonly WordInFile[], { document, parts }: Draft): readonly Found[] {
  if (words.length === 0) return [];
  const partAt = partsBySource(parts);
  return [...groupedBy(words, ({ word }) => word.toLowerCase()).values()].flatMap((uses) => {
    for (const { span, ...told } of uses) {
      const part = partAt(span);
      if (part === undefined) continue;
      const { path, cite } = part;
      return [
        {
          at: { document, path, cite, quote: told.word, spans: [span] },
          details: { ...told, times: uses.length },
        },
      ];
    }
    return [];
  });
}
