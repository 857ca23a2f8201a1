import type { Draft, Part } from "../../src/lint/draft.ts";
import type { Example } from "../../src/lint/lint.ts";
import type {
  CutoffRule,
  DeadlineRule,
  DocumentRule,
  HoursRule,
  RefusalRule,
  Rule,
} from "../../src/model/rule.ts";
import { exampleDraft } from "./example-draft.ts";

const SERVICE = "service-1";
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Another word for each number: letters only, all of one length, so that no family grows in its words. */
const word = (index: number): string =>
  times(4, (place) =>
    String.fromCharCode("а".charCodeAt(0) + (Math.floor(index / 16 ** (3 - place)) % 16)),
  ).join("");

/** A line made of what is repeated, in a clause of a service whose regulation has more in it. */
const inClause =
  (piece: (index: number) => string) =>
  (count: number): Example => ({
    text: [
      [SERVICE, 'title: "Анықтама беру" мемлекеттік қызмет көрсету қағидалары'],
      [`${SERVICE}/clause-1`, times(count, piece).join("")],
      [`${SERVICE}/annex-1`, "head: Қағидаларға 1-қосымша"],
    ],
    rules: [{ kind: "refusal", stage: "intake", path: `${SERVICE}/clause-10`, service: 1 } as Partial<Rule>],
  });

/** As many clauses as there is to repeat. */
const inClauses =
  (piece: (index: number) => string) =>
  (count: number): Example => ({
    text: [
      [SERVICE, 'title: "Анықтама беру" мемлекеттік қызмет көрсету қағидалары'],
      ...times(count, (index): [string, string] => [`${SERVICE}/clause-${index + 1}`, piece(index)]),
    ],
  });

const ofRules =
  (rule: (index: number) => Partial<Rule>) =>
  (count: number): Example => ({
    rules: times(count, rule),
  });

const source = (quote: string) => ({ file: "f", sha256: "", spans: [], lines: [1, 1] as const, quote });

/** Drafts that grow with `count` and want as much looking back and forth as can be had. */
export const FAMILIES: Readonly<Record<string, (count: number) => Example>> = {
  digits: inClause(() => "1"),
  "digits and spaces": inClause(() => "1 "),
  "digits and hyphens": inClause(() => "1-"),
  "digits, spaces and hyphens": inClause(() => "1 - "),
  "digits and full stops": inClause(() => "1.1 ("),
  "open brackets": inClause(() => "("),
  "closed brackets": inClause(() => ")"),
  "items of a list": inClause(() => "1) "),
  "brackets and brackets": inClause(() => "(а) "),
  "quotation marks": inClause(() => '"'),
  "quotation marks and spaces": inClause(() => '" '),
  "quoted words": inClause(() => '"аааааа" бббб '),
  letters: inClause(() => "а"),
  capitals: inClause(() => "А"),
  "capitals apart": inClause(() => "ААА "),
  spaces: inClause(() => " "),
  stars: inClause(() => "*"),
  underscores: inClause(() => "_"),
  "hereinafter, never closed": inClause(() => "(бұдан әрі – "),
  "hereinafter, only spaces": inClause(() => "(бұдан әрі –       "),
  "one abbreviation, many times": inClause(() => "орган (бұдан әрі – Орган) "),
  "many abbreviations in a line": inClause((index) => `орган (бұдан әрі – ${word(index)}) `),
  "many abbreviations in capitals": inClause((index) => `(бұдан әрі – ${word(index).toUpperCase()}) `),
  "many capitals never introduced": inClause((index) => `${word(index).toUpperCase()} `),
  "many abbreviations, a clause each": inClauses((index) => `орган (бұдан әрі – ${word(index)})`),
  "one abbreviation, a clause each": inClauses(() => "орган (бұдан әрі – Орган)"),
  "abbreviations of the same first words": inClauses(
    (index) => `орган (бұдан әрі – бірінші екінші ${word(index)}) бірінші екінші`,
  ),
  "one quoted name under many abbreviations": inClauses(
    (index) =>
      `"электрондық үкімет" ${word(index)}${word(index)} (бұдан әрі – ${word(index)}) "электрондық үкімет" порталы`,
  ),
  "many quoted names": inClauses(
    (index) => `"электрондық ${word(index)}" порталы (бұдан әрі – ${word(index)})`,
  ),
  "references to clauses": inClause(() => "осы Қағидалардың 9-тармағы "),
  "references to clauses, refusing": inClause(() => "осы Қағидалардың 10-тармағы бас тарту "),
  "references, a clause each": inClauses((index) => `осы Қағидалардың ${index + 1}-тармағы бас тарту`),
  "this, and no more": inClause(() => "осы қағида "),
  lists: inClause(() => "тізбе"),
  "rows of lists, a clause each": inClauses((index) => `тізбенің ${index}-тармағы`),
  years: inClause(() => '2020 жылғы "'),
  months: inClause(() => "2020 жылғы 1 мамыры "),
  ministers: (count) => ({ text: [[SERVICE, `head: ${"министрі 2020 жылғы ".repeat(count)}`]] }),
  orders: (count) => ({ text: [[SERVICE, `head: ${"министрі 2020 жылғы № 1 ".repeat(count)}`]] }),
  "heads of digits": (count) => ({ text: [[`${SERVICE}/annex-1`, `head: ${"1".repeat(count)}`]] }),
  "names in the title": (count) => ({
    text: [
      [SERVICE, `title: "${times(count, word).join(" ")}" мемлекеттік қызмет`],
      [`${SERVICE}/clause-1`, times(count, (index) => `"${word(index)}" мемлекеттік қызмет `).join("")],
    ],
  }),
  "names in a line": inClause((index) => `"Анықтама ${word(index)}" мемлекеттік қызмет `),
  "clauses that leave gaps": (count) => ({
    text: times(count, (index) => [`${SERVICE}/clause-${2 * index + 1}`, "Бір."]),
  }),
  "items that leave gaps": (count) => ({
    text: times(count, (index) => [
      `${SERVICE}/clause-1/item-${2 * index + 1}`,
      `бір ${2 * index + 1}) екі;`,
    ]),
  }),
  annexes: (count) => ({
    text: times(count, (index) => [
      `${SERVICE}/annex-${2 * index + 1}`,
      `head: Қағидаларға ${2 * index + 1}-қосымша`,
    ]),
  }),
  "annexes of annexes": (count) => ({
    text: times(count, (index) => [
      `${SERVICE}/annex-${index + 1}/annex-3`,
      `head: Қағидаларға ${index + 1}-қосымшаға 3-қосымша`,
    ]),
  }),
  services: (count) => ({
    text: times(count, (index) => index + 1).flatMap((number): [string, string][] => [
      [`service-${number}`, 'title: "Анықтама беру" мемлекеттік қызмет көрсету қағидалары'],
      [`service-${number}/clause-1`, "1-қосымшада көрсетілген негіздер бойынша бас тартады."],
      [`service-${number}/annex-1`, "head: Қағидаларға 3-қосымша"],
      [`service-${number}/annex-1/table/row-1:provider`, "МСАК ұйымдары ((("],
      [`service-${number}/annex-1/table/row-2:channels`, "портал"],
      [`service-${number}/annex-1/table/row-3:hours`, "label: Мемлекеттік корпорация"],
      [`service-${number}/annex-1/table/row-3:hours/item-1${number % 2 === 0 ? "" : ":."}`, "күн сайын"],
    ]),
    rules: times(count, (index) => index + 1).flatMap((number): Partial<Rule>[] => [
      hours(`service-${number}/annex-1/table/row-3`, number, number),
      { kind: "channel", channel: "portal", service: number } as Partial<Rule>,
      { ...ground(`service-${number}/clause-1`, "бірінші негіз"), service: number } as Partial<Rule>,
      {
        ...ground(`service-${number}/annex-1/table/row-9`, "екінші себеп"),
        service: number,
      } as Partial<Rule>,
    ]),
  }),
  hours: ofRules((index) => hours("a/clause-1", 1, index)),
  "cutoffs of one clause": (count) => ({
    rules: times(count, (index) => [cutoff("a/clause-2", index), hours("a/clause-1", 1, index)]).flat(),
  }),
  terms: ofRules((index) => term(`a/clause-${index}`, "service", index)),
  "terms without a start": ofRules((index) => term(`a/clause-${index}`, "validity", index)),
  "steps of many tables and terms": (count) => ({
    rules: times(count, (index) => [
      term(`a/clause-${index}`, "service", 1),
      term(`a/annex-${index}/table/row-1`, "step", 100),
    ]).flat(),
  }),
  documents: (count) => ({
    rules: times(count, (index) => [
      document(`a/clause-${index}`, `көшірмесі ${word(index)} ${word(index + 1)} ${word(index + 2)}`),
      document(
        `a/annex-1/table/row-8/item-${index}`,
        `көшірмесі ${word(2 * index)} түпнұсқасы ${word(3 * index)}`,
      ),
    ]).flat(),
  }),
  grounds: (count) => ({
    text: [["a/clause-16", "бас тартады"]],
    rules: times(count, (index) => [
      ground(`a/clause-${index}`, `болмауы ${word(index)} ${word(index + 1)} ${word(index + 2)}`),
      ground(
        `a/annex-1/table/row-9/item-${index}`,
        `болмауы ${word(2 * index)} анықталуы ${word(3 * index)}`,
      ),
    ]).flat(),
  }),
  "marks of footnotes without a note": (count) => ({
    text: times(count, (index) => [`form/paragraph-${index}`, `((${word(index)}* ______`]),
  }),
  "marks of footnotes and a long note": (count) => ({
    text: [
      ...times(count, (index): [string, string] => [`form/paragraph-${index}`, `${word(index)}* ______`]),
      ["form/paragraph-0", `* ${times(count, word).join(" ")}`],
    ],
  }),
  "words with letters of another script": (count) => ({
    text: times(count, (index) => [`${SERVICE}/clause-${index}`, word(index)]),
    lookAlikes: times(count, word),
  }),
  "terms with a slip": (count) => ({
    text: times(count, (index) => [`${SERVICE}/clause-${index}`, word(index)]),
    misspelt: times(count, (index) => [word(index), word(index + 1)]),
  }),
};

const clock = (index: number): string =>
  `${String(8 + (index % 10)).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`;

const cutoff = (path: string, index: number): Partial<CutoffRule> => ({
  kind: "cutoff",
  path,
  time: clock(index),
});

function hours(path: string, service: number, index: number): Partial<Rule> {
  const rule: Partial<HoursRule> = {
    kind: "hours",
    who: "provider",
    days: [1],
    open: "07:00",
    close: clock(index),
    path,
  };
  return { ...rule, service } as Partial<Rule>;
}

const term = (path: string, subject: DeadlineRule["subject"], amount: number): Partial<DeadlineRule> => ({
  kind: "deadline",
  subject,
  path,
  amount,
  unit: "minute",
});

const document = (path: string, words: string): Partial<DocumentRule> => ({
  kind: "document",
  path,
  source: source(words),
});

const ground = (path: string, words: string): Partial<RefusalRule> => ({
  kind: "refusal",
  stage: "service",
  path,
  source: source(words),
});

/** The draft of an example, each word in a run of its own that joins no other: as a page leaves a line full of repairs. */
export function hostileDraft(example: Example): Draft {
  const draft = exampleDraft(example);
  return { ...draft, parts: draft.parts.map(inRuns) };
}

function inRuns(part: Part): Part {
  const { text, runs } = part.words;
  const start = runs[0]?.source.start ?? 0;
  const words = [...text.matchAll(/\S+\s*/gu)].map(({ index, 0: { length } }, number) => ({
    at: index,
    length,
    source: { start: start + index + number, end: start + index + number + length },
  }));
  return { ...part, words: { text, runs: words } };
}
