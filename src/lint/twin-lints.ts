import type { Citation } from "../model/citation.ts";
import type { ParityClass, ParityDifference } from "../model/parity.ts";
import type { Example, Found, Lint } from "./lint.ts";

/** What of the law the two languages of one act say otherwise, by what each lint finds: differences go by their gravest class. */
const CLASSES = {
  "twin-missing": ["missing"],
  "twin-number": ["deadline", "hours", "date", "number", "fee"],
  "twin-party": ["bound", "actor"],
  "twin-eligibility": ["eligibility"],
  "twin-document": ["document", "form"],
  "twin-channel": ["channel"],
  "twin-refusal": ["refusal"],
  "twin-condition": ["condition", "modality", "denial"],
  "twin-reference": ["reference"],
  "twin-meaning": ["step", "thing"],
} as const satisfies Readonly<Record<string, readonly ParityClass[]>>;

/** What the other language's text says otherwise; silent where no such text was held against this one. */
export const TWIN_LINTS: readonly Lint[] = [
  ...Object.entries(CLASSES).map(([code, classes]) => twinLint(code, classes)),
  {
    code: "twin-version",
    severity: "note",
    find: ({ tree, document, twin }) =>
      twin === undefined || twin.isOneVersion ? [] : [{ at: nowhere(document, tree?.cite ?? "") }],
    examples: {
      must: [{ twin: { differences: [], isOneVersion: false } }],
      mustNot: [{ twin: { differences: [], isOneVersion: true } }, {}],
    },
  },
];

function twinLint(code: string, classes: readonly ParityClass[]): Lint {
  return {
    code,
    severity: "warning",
    find: ({ twin }) =>
      twin?.isOneVersion === true
        ? twin.differences.filter(({ class: of }) => classes.includes(of)).flatMap(found)
        : [],
    examples: {
      must: classes.map((of) => differing(of)),
      mustNot: [
        {},
        differing(classes.includes("missing") ? "number" : "missing"),
        { twin: { differences: differing(classes[0]).twin.differences, isOneVersion: false } },
      ],
    },
  };
}

/** A difference at its place in this text, beside that in the other; where this text has none, at the other's. */
function found({ first, second, points, weight }: ParityDifference): readonly Found[] {
  const [at, beside] = [...first.slice(0, 1), ...second.slice(0, 1)];
  if (at === undefined) return [];
  return [
    {
      at,
      ...(beside === undefined ? {} : { beside }),
      severity: weight === "major" ? "error" : "warning",
      details: { points },
    },
  ];
}

function nowhere(document: string, cite: string): Citation {
  return { document, path: "", cite, quote: "", spans: [] };
}

/** An example of two texts that differ in one class at one place. */
function differing(of: ParityClass = "number"): Example & Pick<Required<Example>, "twin"> {
  const cited = (document: string): Citation => ({
    ...nowhere(document, "clause-1"),
    spans: [{ start: 0, end: 4 }],
  });
  const difference: ParityDifference = {
    class: of,
    weight: "major",
    points: [{ class: of, first: { value: "1", words: "1" } }],
    first: [cited("act-kaz.md")],
    second: [cited("act-rus.md")],
  };
  return { twin: { differences: [difference], isOneVersion: true } };
}
