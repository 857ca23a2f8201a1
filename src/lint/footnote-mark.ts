import { shared } from "./alike.ts";
import { citePart, type Part } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** A line of a form that bears the mark of a footnote which speaks of somebody else. */
export const footnoteMark: Lint = {
  code: "footnote-mark",
  severity: "note",

  find: (draft) => {
    const forms = draft.parts.filter((part) => part.aside && part.role === "words");
    return forms.flatMap((part, index) => {
      const marked = /^([^*]*[^*\s])(\*+)(?!\*)/u.exec(part.words.text);
      if (marked === null) return [];
      const mark = marked[2] ?? "";
      const note = forms
        .slice(index)
        .find(
          (other) =>
            sameForm(other, part) && new RegExp(`^\\*{${mark.length}}\\s`, "u").test(other.words.text),
        );
      const said =
        `${forms[index - 1]?.words.text ?? ""} `.repeat(withoutBrackets(marked[1] ?? "") === "" ? 1 : 0) +
        (marked[1] ?? "");
      if (note === undefined || shared(withoutBrackets(said), note.words.text) >= 0.3) return [];
      return [
        { at: citePart(draft, part, 0, marked[0].length), beside: citePart(draft, note), details: { mark } },
      ];
    });
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

const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)/gu, "").trim();

const formOf = ({ path }: Part): string => path.replace(/\/[^/]*$/u, "");
const sameForm = (one: Part, other: Part): boolean => formOf(one) === formOf(other);
