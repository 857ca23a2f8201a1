import { beginnings, shared } from "./alike.ts";
import { citePart, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import { withoutBrackets } from "./without-brackets.ts";

/** So much of the shorter text must be in the other for the note to speak of the line. */
const SPEAKS_OF = 0.3;

/** A line of a form that bears the mark of a footnote which speaks of somebody else. */
export const footnoteMark: Lint = {
  code: "footnote-mark",
  severity: "note",

  find: (draft) => {
    const forms = draft.parts.filter((part) => part.aside && part.role === "words");
    return linesWithNotes(forms).flatMap(({ part, line, above, mark, note }): readonly Found[] =>
      shared(beginnings(withoutBrackets(above + line)), note.words) >= SPEAKS_OF
        ? []
        : [
            {
              at: citePart(draft, part, 0, line.length + mark.length),
              beside: citePart(draft, note.part),
              details: { mark },
            },
          ],
    );
  },

  examples: {
    must: [
      {
        text: [
          ["form/paragraph-1", "Бөлімше меңгерушісі* ______"],
          ["form/paragraph-2", "* Дәрігер тікелей жүгінген кезде қол қояды."],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["form/paragraph-1", "Дәрігер* ______"],
          ["form/paragraph-2", "* Дәрігер тікелей жүгінген кезде қол қояды."],
        ],
      },
    ],
  },
};

/** A footnote, and how its words begin. */
interface Note {
  readonly part: Part;
  readonly words: ReadonlySet<string>;
}

/** A line of a form up to the mark that it bears, what stands above it where it says nothing itself, and the next note with that mark. */
interface MarkedLine {
  readonly part: Part;
  readonly line: string;
  readonly above: string;
  readonly mark: string;
  readonly note: Note;
}

function linesWithNotes(forms: readonly Part[]): readonly MarkedLine[] {
  const notes = new Map<string, Note>();
  const found: MarkedLine[] = [];
  // From the end, so that the next note is at hand.
  for (const [index, part] of [...forms.entries()].reverse()) {
    const { text } = part.words;
    const ofNote = /^(\*+)\s/u.exec(text)?.[1];
    if (ofNote !== undefined) notes.set(`${formOf(part)} ${ofNote}`, { part, words: beginnings(text) });
    const [marked, line = "", mark = ""] = /^([^*]*[^*\s])(\*+)(?!\*)/u.exec(text) ?? [];
    const note = marked === undefined ? undefined : notes.get(`${formOf(part)} ${mark}`);
    if (note === undefined) continue;
    const saysNothing = withoutBrackets(line).trim() === "";
    const above = saysNothing ? `${forms[index - 1]?.words.text ?? ""} ` : "";
    found.push({ part, line, above, mark, note });
  }
  return found.reverse();
}

const formOf = ({ path }: Part): string => path.replace(/\/[^/]*$/u, "");
