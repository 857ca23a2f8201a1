import type { Repair } from "./repair-type.ts";

/** Takes out what takes no room in print: joiners and spaces of no width, and marks of byte order behind a text's beginning. */
export const dropInvisibleMarks: Repair = {
  id: "drop-invisible-marks",
  find: (content) =>
    [...content.matchAll(/[\u{200B}-\u{200D}\u{2060}\u{FEFF}]+/gu)].map((marks) => ({
      kind: "drop-invisible-marks",
      at: { start: marks.index, end: marks.index + marks[0].length },
      by: "",
    })),
  examples: [
    ["қызмет \u{200B}көрсету", "қызмет көрсету"],
    ["жұмыс\u{2060}шы", "жұмысшы"],
    ["іс-қимыл", "іс-қимыл"],
  ],
};
