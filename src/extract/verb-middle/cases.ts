import type { Cue } from "../../language/cues.ts";
import type { Grammar } from "../../language/grammar.ts";
import type { Mark } from "../marks.ts";
import { markAt, marksFor, overlaps } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import { clauseEnd } from "./clause.ts";
import { quotedIn } from "./quoted.ts";

/** Words that say when, for whom, or for whom not, by the preposition or conjunction that opens them. */
export interface Case extends Mark {
  readonly kind: "when" | "if" | "for" | "except";
}

const CUES: readonly (readonly [cue: Cue, kind: Case["kind"]])[] = [
  ["in-case", "when"],
  ["at-which", "when"],
  ["if-word", "if"],
  ["for-whom", "for"],
  ["except", "except"],
];

/** Every case of a sentence, in the order of its words; one that stands in another is part of that. */
export function casesIn(statement: Statement, grammar: Grammar): readonly Case[] {
  const known = found.get(statement);
  if (known !== undefined) return known;
  const cases = findCases(statement, grammar);
  found.set(statement, cases);
  return cases;
}

/** Cases already found, since every term and paper of a sentence asks for them. */
const found = new WeakMap<Statement, readonly Case[]>();

function findCases(statement: Statement, grammar: Grammar): readonly Case[] {
  const quoted = quotedIn(statement);
  const opened = CUES.flatMap(([cue, kind]) =>
    marksFor(statement, cue)
      .filter(
        (mark) =>
          !quoted.has(mark.from) &&
          !overlaps(statement, "in-this-case", mark) &&
          !overlaps(statement, "carried-along", mark),
      )
      .map((mark) => ({
        kind,
        from: mark.from,
        to: clauseEnd(statement, mark, grammar, { hasVerb: kind === "if" }),
        opens: mark.to,
      })),
  ).sort((a, b) => a.from - b.from || b.to - a.to);
  const cases: Case[] = [];
  for (const { kind, from, to, opens } of opened) {
    const last = cases.at(-1);
    if (to > opens - 1 && (last === undefined || from >= last.to)) cases.push({ kind, from, to });
  }
  return cases;
}

/** Words at most between what opens a case and the word for applying: `при личном обращении`. */
const TO_APPLYING = 2;

/** Cases that say when something holds; that somebody applies, or by which way, is none, unless only some apply so. */
export const conditionsIn = (statement: Statement, grammar: Grammar): readonly Case[] =>
  casesIn(statement, grammar).filter((one) => {
    const applying = (["turned-to", "when-applying"] as const).flatMap((cue) =>
      marksFor(statement, cue).filter(({ from }) => from >= one.from && from <= one.from + TO_APPLYING),
    );
    return applying.length === 0 || applying.some((mark) => isBySome(statement, mark));
  });

/** `при обращении представителя`: what is asked of some who apply; kinds of persons told together are everybody. */
const isBySome = (statement: Statement, applying: Mark): boolean =>
  markAt(statement, "by-some", applying.to) !== undefined &&
  markAt(statement, "natural-and-legal", applying.to) === undefined;

/** Words at most between a password and the case in which one is to be had. */
const TO_PASSWORD = 2;

/** `удостоверенный одноразовым паролем, в случае подключения абонентского номера`: said of the password, not of the paper. */
export const isOfPassword = (statement: Statement, one: Mark): boolean =>
  marksFor(statement, "one-time-password").some(
    (mark) => mark.to <= one.from && one.from - mark.to <= TO_PASSWORD,
  );

/** The words that make a case of a heading: all of it, where it begins with for whom, for what or when. */
export function caseWords(heading: Statement): Mark | undefined {
  const opens = (["for-whom", "for-what", "in-case", "at-which", "if-word"] as const)
    .flatMap((cue) => marksFor(heading, cue))
    .find((mark) => mark.from === 0);
  if (opens === undefined) return undefined;
  const isGeneral = (
    ["to-get-the-service", "to-render-the-service", "turned-to", "when-applying"] as const
  ).some((cue) => overlaps(heading, cue, opens));
  return isGeneral ? undefined : { from: 0, to: heading.words.length };
}

/** `при обращении по истечении одного месяца …`: the time is over where that case begins. */
export const isOnlyCase = (statement: Statement, term: Mark, grammar: Grammar): boolean =>
  marksFor(statement, "after-so-long").some((mark) => mark.to === term.from) &&
  casesIn(statement, grammar).some(
    (one) => one.kind !== "except" && one.from < term.from && term.to <= one.to,
  );
