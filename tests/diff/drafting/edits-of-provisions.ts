import type { Act, Place } from "./act.ts";
import { DRAFTERS_WORDS } from "./drafters-words.ts";
import type { Edit, Splice } from "./edit.ts";

/** Items of one list, in their order. */
interface List {
  readonly opener: string;
  readonly items: readonly Place[];
}

const labelOf = (act: Act, { from, start }: Place): string => act.text.slice(from, start);

/** The lists of an act of which every item can be edited: in one provision, each with its own number and nothing below it. */
function listsOf(act: Act): readonly List[] {
  const lists: Place[][] = [];
  for (const place of act.places) {
    const last = lists.at(-1)?.at(-1);
    const number = Number.parseInt(labelOf(act, place), 10);
    const follows =
      last !== undefined &&
      Number.parseInt(labelOf(act, last), 10) + 1 === number &&
      /^\s*$/u.test(act.text.slice(last.end, place.from));
    if (!/\)\s*$/u.test(labelOf(act, place))) continue;
    if (follows) lists.at(-1)?.push(place);
    else lists.push([place]);
  }
  return lists
    .filter((items) => items.length > 2)
    .map((items) => ({
      items,
      opener: act.text.slice(Math.max(0, (items[0]?.from ?? 0) - OPENER), items[0]?.from),
    }));
}

/** So far before a list is looked for what it is of, in letters. */
const OPENER = 160;

const renumbered = (act: Act, place: Place, by: number): Splice => ({
  start: place.from,
  end: place.start,
  by: labelOf(act, place).replace(/^\d+/u, (number) => `${Number(number) + by}`),
});

/** An item that begins in the same so many letters as another may be said there as well. */
const UNLIKE = 30;

/** An item taken out of its list, those behind it numbered anew. */
const itemGone = ({ items }: List, act: Act): readonly (readonly Splice[])[] =>
  items.slice(0, -1).flatMap((item, at) => {
    const next = items[at + 1];
    const words = act.text.slice(item.start, item.start + UNLIKE);
    if (act.text.split(words).length > 2) return [];
    return [
      [
        { start: item.from, end: next?.from ?? item.end, by: "" },
        ...items.slice(at + 1).map((other) => renumbered(act, other, -1)),
      ],
    ];
  });

/** An item put into its list before another, those behind it numbered anew. */
const itemCome = ({ items }: List, act: Act, words: readonly string[]): readonly (readonly Splice[])[] =>
  items.slice(1).map((item, at) => {
    const before = items[at];
    const between = act.text.slice(before?.end ?? item.from, item.from);
    return [
      {
        start: item.from,
        end: item.from,
        by: `${labelOf(act, item)}${words[at % words.length] ?? ""};${between}`,
      },
      ...items.slice(at + 1).map((other) => renumbered(act, other, 1)),
    ];
  });

/** Clauses of one paragraph, whose numbers nothing in the act refers to. */
function plainClauses(act: Act): readonly Place[] {
  const { refersTo } = DRAFTERS_WORDS[act.language];
  return act.places.filter((place) => {
    const { part } = place;
    if (!/(?:^|\/)clause-[^/]*$/u.test(part.path) || part.label === undefined) return false;
    const below = act.version.text?.parts.some(({ path }) => path.startsWith(`${part.path}/`)) ?? true;
    return !below && labelOf(act, place) !== "" && !refersTo(part.label).test(act.text);
  });
}

const above = ({ part: { path } }: Place): string => path.slice(0, path.lastIndexOf("/"));

const clauseEdits = (
  kind: string,
  told: boolean,
  ways: (clauses: readonly Place[], act: Act) => readonly (readonly Splice[])[],
): Edit => ({
  kind,
  told,
  ways: (act) => ways(plainClauses(act), act),
});

const listEdit = (
  kind: string,
  of: "listOfPapers" | "listOfGrounds",
  come: "papers" | "grounds" | "none",
): Edit => ({
  kind,
  told: true,
  ways: (act) => {
    const words = DRAFTERS_WORDS[act.language];
    const lists = listsOf(act).filter(
      ({ opener }) => words[of].test(opener) && (of === "listOfGrounds" || !words.listOfGrounds.test(opener)),
    );
    return lists.flatMap((list) =>
      come === "none" ? itemGone(list, act) : itemCome(list, act, words[come]),
    );
  },
});

/** Edits of whole provisions, each telling or not. */
export const PROVISIONS: readonly Edit[] = [
  listEdit("paper gone", "listOfPapers", "none"),
  listEdit("paper come", "listOfPapers", "papers"),
  listEdit("ground gone", "listOfGrounds", "none"),
  listEdit("ground come", "listOfGrounds", "grounds"),
  clauseEdits("clause gone", true, (clauses) =>
    clauses.map(({ from, end }) => [{ start: from, end, by: "" }]),
  ),
  clauseEdits("clause taken out with a note", true, (clauses, { language }) =>
    clauses.map(({ start, end }) => [{ start, end, by: DRAFTERS_WORDS[language].excluded }]),
  ),
  clauseEdits("clause come as N-1", true, (clauses, act) =>
    clauses.map(({ part, end, start, from }, at) => [
      {
        start: end,
        end,
        by: `\n\n${act.text.slice(from, start).replace(/^\d+(?:-\d+)?/u, `${part.label ?? ""}-1`)}${DRAFTERS_WORDS[act.language].clauses[at % 4] ?? ""}`,
      },
    ]),
  ),
  clauseEdits("= clauses change places", false, (clauses, { text }) =>
    clauses.flatMap((one, at) => {
      const other = clauses[at + 1];
      if (other === undefined || above(one) !== above(other)) return [];
      return [
        [
          { start: one.start, end: one.end, by: text.slice(other.start, other.end) },
          { start: other.start, end: other.end, by: text.slice(one.start, one.end) },
        ],
      ];
    }),
  ),
  {
    kind: "= rows change places",
    told: false,
    ways: ({ text }) => {
      const rows = [...text.matchAll(/<tr>\n<td>(\d+)\.?<\/td>\n(.*?)<\/tr>/gsu)];
      return rows.flatMap((one, at) => {
        const other = rows[at + 1];
        if (other === undefined || Number(one[1]) + 1 !== Number(other[1])) return [];
        const body = (row: RegExpMatchArray): { start: number; end: number } => {
          const end = (row.index ?? 0) + row[0].length;
          return { start: end - "</tr>".length - (row[2]?.length ?? 0), end: end - "</tr>".length };
        };
        return [
          [
            { ...body(one), by: other[2] ?? "" },
            { ...body(other), by: one[2] ?? "" },
          ],
        ];
      });
    },
  },
];
