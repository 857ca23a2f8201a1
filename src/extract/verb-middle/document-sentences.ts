import type { Grammar } from "../../language/grammar.ts";
import type { Span } from "../../model/span.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import { DOUBTFUL, LIKELY, type Reading } from "../extractor.ts";
import type { Mark } from "../marks.ts";
import { applicantNamings, isApplicant } from "../phrase.ts";
import { has, markAt, marksFor, spanBetween, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { DocumentReadings, Syntax } from "../syntax.ts";
import { caseWords, conditionsIn } from "./cases.ts";
import { quotedIn } from "./quoted.ts";
import { isParticiple, isVerb, subjectsIn } from "./clause.ts";
import { ofRepresentatives, proofsIn } from "./representatives.ts";

/** The documents that a sentence of a clause asks for: handed in by the applicant, said to be handed in, or carried along. */
export const toldInSentence: Syntax["toldInSentence"] = (statement, grammar, readings) => {
  if (has(statement, "complaint", "to-court", "request-blank")) return [];
  const found = firstTold(statement, grammar, readings);
  const apart = ofRepresentatives(statement, grammar, readings).filter(
    ({ words }) => !found.some((one) => one.words.start < words.end && words.start < one.words.end),
  );
  return [...found, ...apart];
};

/** What the first way of telling papers finds. */
function firstTold(
  statement: Statement,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  for (const read of [carried, shown, handedIn, handedInPassive]) {
    const found = read(statement, grammar, readings);
    if (found.length > 0) return found;
  }
  return [];
}

/** Words at most that say what a paper is like before it, at the beginning of an item. */
const MOST_BEFORE = 2;

/** `представляет услугодателю заявление и следующие документы:`: the papers that stand before the list itself. */
export const toldBeforeList: Syntax["toldBeforeList"] = (statement, grammar, readings) => {
  const [list] = marksFor(statement, "list-of-documents");
  const opens =
    caseWords(statement) === undefined &&
    marksFor(statement, "document").some((mark) => mark.from <= MOST_BEFORE);
  // `форма сведений, включающая:` in the row of papers: what follows are its fields.
  if (statement.topic === "documents" && statement.provision.type === "item" && list === undefined && opens)
    return readings(statement, 0, statement.words.length, DOUBTFUL, undefined, grammar);
  if (list === undefined || statement.topic !== undefined || has(statement, "complaint")) return [];
  const verb = applicantsVerb(statement, grammar);
  const apart = ofRepresentatives(statement, grammar, readings);
  const and = marksFor(statement, "and").findLast((mark) => mark.to <= list.from);
  const request = marksFor(statement, "the-application").find(
    (mark) => verb !== undefined && mark.from >= verb.to && and !== undefined && mark.to <= and.from,
  );
  if (verb === undefined || request === undefined || and === undefined) return apart;
  return [...apart, ...within(statement, { from: verb.from, to: and.from }, grammar, readings)];
};

/** `услугополучатель направляет заявление`, `обращается с заявлением`: the applicant is the last subject before the verb. */
function handedIn(statement: Statement, grammar: Grammar, readings: DocumentReadings): Reading<"document">[] {
  const verb = applicantsVerb(statement, grammar);
  if (verb === undefined) return [];
  return [
    ...ofObject(statement, verb, grammar, readings),
    ...openedBy(statement, "annexed", grammar, readings),
  ];
}

/** The verb by which the applicant hands something in. */
function applicantsVerb(statement: Statement, grammar: Grammar): Mark | undefined {
  const subjects = subjectsIn(statement, grammar);
  return [...marksFor(statement, "to-hand-in"), ...marksFor(statement, "applies")]
    .sort((a, b) => a.from - b.from)
    .find((mark) => {
      const subject =
        subjects.findLast((one) => one.to <= mark.from) ?? subjects.find((one) => one.from >= mark.to);
      return subject !== undefined && isApplicant(statement, subject);
    });
}

/** `к заявлению прилагаются …`, `заявление подается услугополучателем`: said of the papers themselves. */
function handedInPassive(
  statement: Statement,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  const verb = marksFor(statement, "is-handed-in")[0];
  if (verb === undefined || has(statement, "answer", "provider-gets") || givesResults(statement)) return [];
  const isNamed = applicantNamings(statement).length > 0;
  const byApplicant = isNamed || marksFor(statement, "role-of").some((mark) => isApplicant(statement, mark));
  if (!byApplicant && !(has(statement, "is-attached") && has(statement, "to-document"))) return [];
  const behind = ofObject(statement, verb, grammar, readings);
  if (behind.length > 0) return behind;
  const paper = papersOf(statement).find((mark) => mark.to <= verb.from);
  const isRequest = marksFor(statement, "the-application").some((mark) => mark.from === paper?.from);
  return paper === undefined || (isRequest && !isNamed)
    ? []
    : within(statement, { from: paper.from, to: verb.to }, grammar, readings);
}

/** Whether a sentence speaks of giving results, and not only names a service in quotation marks: `«Выдача справки»`. */
function givesResults(statement: Statement): boolean {
  const quoted = quotedIn(statement);
  return marksFor(statement, "results-given").some((mark) => !quoted.has(mark.from));
}

/** `необходимо иметь при себе документ, удостоверяющий личность`: what has to be there when people come. */
function carried(statement: Statement, grammar: Grammar, readings: DocumentReadings): Reading<"document">[] {
  const along = marksFor(statement, "carried-along")[0];
  if (along === undefined || !has(statement, "must-be", "needed")) return [];
  const paper = papersOf(statement).find((mark) => mark.from >= along.to);
  const need = (["must-be", "needed"] as const)
    .flatMap((cue) => marksFor(statement, cue))
    .find((mark) => mark.to <= along.from && along.from - mark.to <= NEAR);
  return paper === undefined
    ? []
    : within(statement, { from: need?.from ?? along.to, to: statement.words.length }, grammar, readings);
}

/** `при предъявлении документа, удостоверяющего личность`: what is shown when something is handed out or done. */
const shown = (statement: Statement, grammar: Grammar, readings: DocumentReadings): Reading<"document">[] =>
  openedBy(statement, "shown", grammar, readings);

/** Words at most that say what a paper is like: `подтверждающих`. */
const NEAR = 2;

/** The papers in the genitive behind what opens them, unless another place tells which: `с приложением документов, подтверждающих …`. */
function openedBy(
  statement: Statement,
  cue: "shown" | "annexed",
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  const [opening] = marksFor(statement, cue);
  if (opening === undefined) return [];
  const paper = marksFor(statement, "document-owning").find(
    (mark) => mark.from >= opening.to && mark.from - opening.to <= NEAR,
  );
  if (paper === undefined) return [];
  const to = objectEnd(statement, paper, grammar);
  return pointsElsewhere(statement, paper, to)
    ? []
    : within(statement, { from: opening.to, to }, grammar, readings);
}

const papersOf = (statement: Statement): readonly Mark[] =>
  [...marksFor(statement, "document"), ...marksFor(statement, "with-document")].sort(
    (a, b) => a.from - b.from,
  );

/** Words at most between a verb and what is handed in: to whom, and which way, may stand between. */
const FAR = 24;

/** What is told behind these is of the term, not of the papers. */
const LIMITS = ["within", "at-most", "no-later", "count-from"] as const;

/** The papers behind a verb, up to the end of what belongs to them. */
function ofObject(
  statement: Statement,
  verb: Mark,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  const depths = depthsOf(statement, 0);
  const paper = papersOf(statement).find(
    (mark) => mark.from >= verb.to && mark.from - verb.to <= FAR && depths[mark.from] === depths[verb.from],
  );
  if (paper === undefined) return [];
  const limits = LIMITS.flatMap((cue) => marksFor(statement, cue));
  for (let at = verb.to; at < paper.from; at += 1)
    if (isVerb(statement, at, grammar) || limits.some((mark) => mark.from === at)) return [];
  const to = objectEnd(statement, paper, grammar);
  // `дает согласие на использование сведений`: a condition on the applicant, and no paper.
  const isConsent = marksFor(statement, "consent-to-use").some((mark) => mark.from === paper.from);
  if (isConsent || pointsElsewhere(statement, paper, to)) return [];
  const subject = subjectsIn(statement, grammar).findLast(
    (mark) => mark.to <= verb.from && verb.from - mark.to <= TO_VERB,
  );
  return within(statement, { from: subject?.from ?? verb.from, to }, grammar, readings);
}

/** Words at most between the applicant and the verb. */
const TO_VERB = 4;

/** The word behind the papers: before another verb, or a comma that no paper and no attribute follows. */
function objectEnd(statement: Statement, paper: Mark, grammar: Grammar): number {
  const papers = [...papersOf(statement), ...marksFor(statement, "document-owning")];
  const proofs = proofsIn(statement, grammar);
  for (let at = paper.to; at < statement.words.length; at += 1) {
    if (isVerb(statement, at, grammar)) {
      const and = marksFor(statement, "and").findLast((mark) => mark.to <= at && mark.from > paper.from);
      return and !== undefined && at - and.to <= 1 ? and.from : at;
    }
    if (marksFor(statement, "annexed").some((mark) => mark.from === at)) return at;
    if (proofs.some(({ from }) => from === at)) return markAt(statement, "or", at - 1)?.from ?? at;
    if (!gapBefore(statement, at).includes(",")) continue;
    const isNext = papers.some((mark) => mark.from >= at && mark.from - at <= 2);
    if (!isNext && !isParticiple(statement, at, grammar)) return at;
  }
  return statement.words.length;
}

/** `документы, указанные в пункте 8`: papers that are told in another place. */
const pointsElsewhere = (statement: Statement, paper: Mark, to: number): boolean =>
  marksFor(statement, "papers-in-all").some((mark) => mark.from <= paper.from && paper.from < mark.to) &&
  (has(statement, "elsewhere") ||
    toldAt(statement, paper) ||
    (["clause-word", "requirements-list"] as const).some((cue) =>
      marksFor(statement, cue).some((mark) => mark.from >= paper.to && mark.to <= to + 1),
    ));

/** `документы, указанные …`: right behind its word; `документ, подтверждающий указанные изменения` tells which it is. */
const toldAt = (statement: Statement, paper: Mark): boolean =>
  marksFor(statement, "told-there").some((mark) => mark.from === paper.to);

/** The papers among some words, each needed where the sentence says so; which way they are handed in is no case. */
function within(
  statement: Statement,
  { from, to }: Mark,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  const when = conditionsIn(statement, grammar).find(({ kind, to: end }) => kind !== "except" && end <= from);
  const condition = when === undefined ? undefined : wordsBetween(statement, when.from, when.to);
  const parts = readings(
    statement,
    from,
    to,
    condition === undefined ? LIKELY : DOUBTFUL,
    condition,
    grammar,
  );
  return parts.length > 1 ? parts.filter(({ words }) => !tellsElsewhere(statement, words)) : parts;
}

/** `документ, предусмотренный в перечне`: of several papers, one that another place tells. */
const tellsElsewhere = (statement: Statement, words: Span): boolean =>
  marksFor(statement, "papers-in-all").some((mark) => {
    const at = spanBetween(statement, mark.from, mark.to);
    return at.start >= words.start && at.end <= words.end && toldAt(statement, mark);
  });
