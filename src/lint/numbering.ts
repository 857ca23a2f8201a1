import type { Provision } from "../structure/provision.ts";
import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import { placesOf } from "./places.ts";
import { provisions, regulationsOf } from "./regulations.ts";

/** Clauses of a regulation, items of a clause or rows of a table whose numbers leave a gap, repeat or go back. */
export const numbering: Lint = {
  code: "numbering",
  severity: "error",

  find: (draft) =>
    regulationsOf(draft).flatMap(({ root }) => {
      const clauses = provisions(
        root,
        ({ type }) => type === "clause" || type === "annex" || type === "regulation",
      );
      const lists = [clauses.filter(({ type }) => type === "clause"), ...listsBelow(root)];
      return [
        ...lists.flatMap((list) => breaks(draft, list)),
        ...tablesBelow(root).flatMap((rows) => outOfRange(draft, rows)),
      ];
    }),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-1", "Бір."],
          ["service-1/clause-3", "Үш."],
        ],
      },
      {
        text: [
          ["service-1/clause-1", "Мыналар:"],
          ["service-1/clause-1/item-1", "бір;"],
          ["service-1/clause-1/item-2", "екі;"],
          ["service-1/clause-1/item-4", "төрт."],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/annex-1/table/row-3", "срок"],
          ["service-1/annex-1/table/row-44", "форма"],
          ["service-1/annex-1/table/row-5", "результат"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/annex-1/table/row-3", "мерзімі"],
          ["service-1/annex-1/table/row-5", "нәтижесі"],
        ],
      },
      {
        in: "ru",
        text: [
          ["row-8/item-1", "заявление;"],
          ["row-8/item-2", "сведения:"],
          ["row-8/item-1.b:.", "город"],
          ["row-8/item-2.b:.", "дата"],
          ["row-8/item-3", "копия документа."],
        ],
      },
      {
        text: [
          ["service-1/clause-1", "Бір."],
          ["service-1/clause-2", "Екі."],
          ["service-1/clause-2-1", "Екі бір."],
          ["service-1/clause-3", "Үш."],
        ],
      },
      {
        text: [
          ["service-1/clause-1", "Мыналар:"],
          ["service-1/clause-1/item-1", "бір;"],
          ["service-1/clause-1/item-2", "екі."],
        ],
      },
    ],
  },
};

/** The numbered rows of the tables of requirements below. */
function tablesBelow(root: Provision): readonly (readonly Provision[])[] {
  return provisions(root, ({ type, table }) => type === "regulation" || table === "requirements").map(
    ({ type, children }) =>
      type === "regulation"
        ? []
        : (children ?? []).filter((child) => child.type === "row" && child.marker !== undefined),
  );
}

/** Rows whose number is not between those of the rows before and behind; a row between them may have lost its number on the way here. */
function outOfRange(draft: Draft, rows: readonly Provision[]): readonly Found[] {
  return rows.flatMap((row, index) => {
    const [before, after] = [rows[index - 1], rows[index + 1]];
    const [number, least, most] = [row, before, after].map((one) => Number(one?.label ?? "NaN"));
    if (before === undefined || number === undefined || least === undefined || most === undefined) return [];
    // The row behind speaks for the one before it: of two that stand the wrong way round, one is told.
    const isOut = after === undefined ? number <= least : least < most && (number <= least || number >= most);
    return isOut ? told(draft, row, before) : [];
  });
}

/**
 * Items that follow one another below one provision; a list that starts again at 1 is a new list. Items with marks
 * of two styles are two lists, of which one stands inside the other: `1) …: 1. … 2. … 2) …`.
 */
function listsBelow(root: Provision): readonly (readonly Provision[])[] {
  const own = (): readonly (readonly Provision[])[] => {
    const lists: Provision[][] = [];
    const lasts = new Map<string, Provision[]>();
    for (const child of root.children ?? []) {
      if (child.type !== "item" || child.marker === undefined) continue;
      const style = child.marker.text.replace(/[\d\s«"-]+/gu, "");
      const last = lasts.get(style);
      if (last === undefined || child.label === "1") {
        const list = [child];
        lists.push(list);
        lasts.set(style, list);
      } else last.push(child);
    }
    return lists;
  };
  const below = (root.children ?? []).filter(
    ({ type }) => type !== "regulation" && type !== "form" && type !== "note",
  );
  return [...own(), ...below.flatMap(listsBelow)];
}

function breaks(draft: Draft, list: readonly Provision[]): readonly Found[] {
  return list.flatMap((node, index) => {
    const before = list[index - 1];
    if (before === undefined || follows(before.label ?? "", node.label ?? "")) return [];
    return told(draft, node, before);
  });
}

function told(draft: Draft, node: Provision, before: Provision): readonly Found[] {
  const [part, other] = [node, before].map(({ path }) => placesOf(draft.parts).within(path));
  if (part === undefined || other === undefined) return [];
  return [
    {
      at: citePart(draft, part),
      beside: citePart(draft, other),
      details: { number: node.label ?? "", before: before.label ?? "" },
    },
  ];
}

/** `3` after `2`, `2-1` after `2`, `2-2` after `2-1`, `3` after `2-1`. */
function follows(before: string, number: string): boolean {
  const [main, sub] = number.split("-").map(Number);
  const [lastMain, lastSub] = before.split("-").map(Number);
  if (main === undefined || lastMain === undefined || Number.isNaN(main) || Number.isNaN(lastMain))
    return true;
  if (sub === undefined) return main === lastMain + 1;
  return main === lastMain && sub === (lastSub ?? 0) + 1;
}
