import { folded } from "../model/fold-name.ts";
import { withFile } from "./file-mappings.ts";
import { factColumn, factsIn } from "./fact-columns.ts";
import { CASE_COLUMNS, type LogColumn, type Mapping, type WholeMapping } from "./mapping.ts";
import { mappedEvents } from "./mapping-events.ts";

/** Fields that give words a meaning, and the column whose words they are. */
const FIELDS = [
  ["events", "activity"],
  ["channels", "channel"],
  ["services", "service"],
  ["grounds", "reason"],
  ["documents", "document"],
  ["providers", "provider"],
] as const satisfies readonly (readonly [keyof Mapping, LogColumn])[];
type Field = (typeof FIELDS)[number][0];
type Meanings = Record<string, string | null>;

/** What the words of one file are called in the whole log, by column: those that mean something else in another file. */
export type Renamed = ReadonlyMap<LogColumn, ReadonlyMap<string, string>>;

interface United {
  readonly words: Readonly<Partial<Record<Field, Meanings>>>;
  /** By the pattern of the file. */
  readonly renamed: ReadonlyMap<string, Renamed>;
}

/** The words of all files of a log in one list, those with two meanings told apart. */
function unite(mapping: Mapping): United {
  const words: Partial<Record<Field, Meanings>> = {};
  const renamed = new Map<string, Renamed>();
  for (const file of [undefined, ...(mapping.files ?? [])]) {
    const match = file?.match;
    const own = file === undefined ? mapping : withFile(mapping, file);
    const names = new Map<LogColumn, ReadonlyMap<string, string>>();
    for (const [field, column] of FIELDS) {
      const given = meaningsOf(own, field);
      if (given === undefined) continue;
      const known = (words[field] ??= {});
      const meant = new Map(Object.entries(known).map(([word, meaning]) => [folded(word), meaning]));
      const apart = new Map<string, string>();
      for (const [word, meaning] of Object.entries(given)) {
        const is = meant.get(folded(word));
        const name = match === undefined || is === undefined || is === meaning ? word : `${word} [${match}]`;
        known[name] = meaning;
        if (name !== word) apart.set(folded(word), name);
      }
      if (apart.size > 0) names.set(column, apart);
    }
    if (match !== undefined && names.size > 0) renamed.set(match, names);
  }
  return { words, renamed };
}

const meaningsOf = (mapping: Mapping, field: Field): Readonly<Meanings> | undefined =>
  field === "events" ? mappedEvents(mapping) : mapping[field];

/** What the words of files are called where they mean something else elsewhere, by the pattern of the file. */
export const renamedWords = (mapping: Mapping): United["renamed"] =>
  mapping.files === undefined ? new Map() : unite(mapping).renamed;

/** The mapping of a whole log: every word that one of its files may have, every column that one of its rows may name. */
export function wholeMapping(mapping: Mapping): WholeMapping {
  const { files = [], columns } = mapping;
  const all = [mapping, ...files.map((file) => withFile(mapping, file))];
  const named = all.flatMap(({ columns: own, moments = {} }) => [
    own,
    ...Object.values(moments).flatMap((moment) =>
      typeof moment === "string" || moment.columns === undefined ? [] : [moment.columns],
    ),
  ]);
  const ofCases = Object.fromEntries(
    CASE_COLUMNS.flatMap((column) => {
      const name = named.map((each) => each[column]).find((each) => each !== undefined);
      return name === undefined ? [] : [[column, name]];
    }),
  );
  const words = unite(mapping).words as Pick<WholeMapping, Field>;
  const facts = Object.fromEntries(
    factsIn(mapping).flatMap((fact) => {
      const column = all.map((each) => factColumn(each, fact)).find((each) => each !== undefined);
      return column === undefined ? [] : [[fact, column] as const];
    }),
  );
  return {
    ...mapping,
    ...words,
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    columns: { ...columns, ...ofCases },
    written: mapping,
  };
}
