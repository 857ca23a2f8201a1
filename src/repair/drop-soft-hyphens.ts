import type { Repair } from "./repair-type.ts";

/** Takes out soft hyphens, with the line break after one that cut its word in two. */
export const dropSoftHyphens: Repair = {
  id: "drop-soft-hyphens",
  find: (content) =>
    [...content.matchAll(/\u{AD}(?:[ \t]*\r?\n)?/gu)].map((hyphen) => ({
      kind: "drop-soft-hyphens",
      at: { start: hyphen.index, end: hyphen.index + hyphen[0].length },
      by: "",
    })),
  examples: [
    ["көрсе\u{AD}\nтілетін", "көрсетілетін"],
    ["жұмыс\u{AD}шы", "жұмысшы"],
    ["іс-қимыл", "іс-қимыл"],
  ],
};
