import { citePart, type Part } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** The first list of a row; a path has a letter where a number comes again. */
const FIRST = /\/row-[^/]+\/item-1$/u;

/** The same row of two services' tables numbered in two styles: `1.` in the one, `1)` in the other. */
export const numberingStyle: Lint = {
  code: "numbering-style",
  severity: "note",

  find: (draft) => {
    const firsts = draft.parts.filter(
      (part) =>
        part.type === "item" &&
        part.number === "1" &&
        part.topic !== undefined &&
        part.marker !== undefined &&
        // Lists inside the row's own have their own marks.
        FIRST.test(part.path),
    );
    const topics = [...new Set(firsts.map(({ topic }) => topic))];
    return topics.flatMap((topic) => {
      const [model, ...others] = firsts.filter((part) => part.topic === topic);
      if (model === undefined) return [];
      return others
        .filter((part) => styleOf(part) !== styleOf(model))
        .map((part) => ({
          at: citePart(draft, part),
          beside: citePart(draft, model),
          details: { one: styleOf(part), other: styleOf(model) },
        }));
    });
  },

  examples: {
    must: [
      {
        text: [
          ["service-1/annex-1/table/row-7:hours/item-1:.", "Беруші – күн сайын"],
          ["service-2/annex-1/table/row-7:hours/item-1", "Беруші – күн сайын"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/annex-1/table/row-8:documents/item-1", "заявление"],
          ["service-2/annex-1/table/row-8:documents/item-1", "заявление"],
          ["service-2/annex-1/table/row-8:documents/item-1.b:.", "дата"],
        ],
      },
      {
        text: [
          ["service-1/clause-1/item-1", "бір"],
          ["service-2/clause-1/item-1", "бір"],
        ],
      },
    ],
  },
};

const styleOf = ({ marker }: Part): string => (marker ?? "").replace(/\d+/gu, "1").trim();
