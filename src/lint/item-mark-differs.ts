import type { Provision } from "../structure/provision.ts";
import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import { placesOf } from "./places.ts";
import { provisions, regulationsOf } from "./regulations.ts";

/** An item with the mark of a clause, `12.` for `12)`: a list goes on behind a semicolon under the mark of something else. */
export const itemMarkDiffers: Lint = {
  code: "item-mark-differs",
  severity: "warning",

  find: (draft) =>
    regulationsOf(draft).flatMap(({ root }) => [
      ...clausesInLists(draft, root),
      ...listsBelow(root).flatMap((items) => odd(draft, items)),
    ]),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-11", "Ұғымдар:"],
          ["service-1/clause-11/item-1", "портал – жүйе;"],
          ["service-1/clause-11/item-2", "құжат – ақпарат;"],
          ["service-1/clause-3", "қолтаңба – белгілер жинағы."],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/clause-4", "Понятия:"],
          ["service-1/clause-4/item-1", "портал – система;"],
          ["service-1/clause-4/item-2:.", "документ – сведения;"],
          ["service-1/clause-4/item-3", "подпись – символы."],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/clause-1", "Ұғымдар:"],
          ["service-1/clause-1/item-1", "портал – жүйе."],
          ["service-1/clause-2", "Қызмет тегін."],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/clause-2", "Понятия:"],
          ["service-1/clause-2/item-1", "портал – система;"],
          ["service-1/clause-2/item-2", "подпись – символы;"],
          ["service-1/clause-3", "Услуга оказывается бесплатно."],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/clause-4", "Понятия:"],
          ["service-1/clause-4/item-1", "портал:"],
          ["service-1/clause-4/item-1.b:.", "первый;"],
          ["service-1/clause-4/item-2.b:.", "второй;"],
          ["service-1/clause-4/item-2", "подпись."],
        ],
      },
    ],
  },
};

/** Clauses whose number is the next of the list before them, which ends with a semicolon; they begin with a small letter. */
function clausesInLists(draft: Draft, root: Provision): readonly Found[] {
  const clauses = provisions(
    root,
    ({ type }) => type === "clause" || type === "annex" || type === "regulation",
  );
  return clauses.flatMap((clause, index) => {
    const last = (clauses[index - 1]?.children ?? []).filter(({ type }) => type === "item").at(-1);
    const goesOn = last?.passage?.text.trimEnd().endsWith(";") ?? false;
    const begins = /^\s*(?:["«]\s*)?\p{Ll}/u.test(clause.passage?.text ?? "");
    return clause.type === "clause" && goesOn && begins && isNext(last, clause)
      ? told(draft, clause, last)
      : [];
  });
}

/** The items of each provision in their order. */
function listsBelow(root: Provision): readonly (readonly Provision[])[] {
  const children = (root.children ?? []).filter(
    ({ type }) => type !== "regulation" && type !== "form" && type !== "note",
  );
  const items = children.filter(({ type, marker }) => type === "item" && marker !== undefined);
  return [...(items.length < 3 ? [] : [items]), ...children.flatMap(listsBelow)];
}

/** Items between two that have another mark and the numbers before and behind theirs. */
function odd(draft: Draft, items: readonly Provision[]): readonly Found[] {
  return items.flatMap((item, index) => {
    const [before, after] = [items[index - 1], items[index + 1]];
    if (before === undefined || after === undefined) return [];
    const isOdd = styleOf(before) === styleOf(after) && styleOf(item) !== styleOf(before);
    return isOdd && isNext(before, item) && isNext(item, after) ? told(draft, item, before) : [];
  });
}

const styleOf = ({ marker }: Provision): string => (marker?.text ?? "").replace(/[\d\s«"-]+/gu, "");

const isNext = (before: Provision | undefined, one: Provision): boolean =>
  before?.label !== undefined && /^\d+$/u.test(before.label) && `${Number(before.label) + 1}` === one.label;

function told(draft: Draft, one: Provision, before: Provision | undefined): readonly Found[] {
  const places = placesOf(draft.parts);
  const [part, other] = [one, before].map((node) =>
    node === undefined ? undefined : places.within(node.path),
  );
  if (part === undefined || other === undefined) return [];
  return [
    {
      at: citePart(draft, part),
      beside: citePart(draft, other),
      details: { one: one.marker?.text.trim() ?? "", other: before?.marker?.text.trim() ?? "" },
    },
  ];
}
