import type { Grammar } from "../../language/grammar.ts";
import type { Mark } from "../marks.ts";
import { isApplicant, isBound, isNicknamed, openingOf } from "../phrase.ts";
import { marksFor, wordsBetween, type Sentence } from "../sentence.ts";
import type { Statement } from "../statement.ts";

/** The words for whoever a term binds: the subject of the sentence, the addressee of a complaint, the head of a column. */
export function actorOf(statement: Statement, term: Mark, grammar: Grammar): string | undefined {
  const inColumn = statement.cell?.actor?.text.trim();
  if (inColumn !== undefined && inColumn !== "") return inColumn;
  for (let at: Statement | undefined = statement; at !== undefined; at = at.lead) {
    const before = at === statement ? term.from : at.words.length;
    const actor = addresseeIn(at, grammar) ?? subjectIn(at, before, grammar) ?? ownerIn(at, before, grammar);
    if (actor !== undefined) return actor;
  }
  return undefined;
}

/** `көрсетілетін қызметті берушінің атына` binds `көрсетілетін қызметті беруші`. */
function addresseeIn(sentence: Sentence, grammar: Grammar): string | undefined {
  const [addressed] = marksFor(sentence, "addressed");
  if (addressed === undefined) return undefined;
  return nameWithoutCase(sentence, { from: addressed.from - 1, to: addressed.from }, grammar);
}

/** The name last before the term that is no one's possession; the applicant's only where there is no other. */
function subjectIn(sentence: Sentence, before: number, grammar: Grammar): string | undefined {
  const since = marksFor(sentence, "count-from").find((mark) => mark.from < before);
  const roles = marksFor(sentence, "role").filter(
    (mark) => mark.to <= before && !isBound(sentence, mark, grammar),
  );
  const free = roles.filter(
    (mark) => !(since !== undefined && isApplicant(sentence, mark) && mark.to < since.from),
  );
  const named = free.filter(
    (mark) => !isNicknamed(sentence, mark) && !isInside(sentence, mark, free, grammar),
  );
  const role = named.findLast((mark) => !isApplicant(sentence, mark)) ?? named.at(-1);
  return role === undefined
    ? undefined
    : wordsBetween(sentence, nameStart(sentence, role.from, grammar), role.to);
}

/** `Мемлекеттік корпорация қызметкерінің … енгізуі` binds `Мемлекеттік корпорация қызметкері`. */
function ownerIn(sentence: Sentence, before: number, grammar: Grammar): string | undefined {
  const owner = marksFor(sentence, "role-of").find(
    (mark) => mark.to <= before && !isApplicantsOwn(sentence, mark),
  );
  return owner === undefined ? undefined : nameWithoutCase(sentence, owner, grammar);
}

const isApplicantsOwn = (sentence: Sentence, mark: Mark): boolean =>
  marksFor(sentence, "applicant-own").some((own) => own.to === mark.to);

/** Words at most between a house and the part of it that acts: `орталығы диагностикалық зертханасының бригадасы`. */
const NEAR = 3;

/** A name that only says whose the next name is. */
const isInside = (sentence: Sentence, mark: Mark, roles: readonly Mark[], grammar: Grammar): boolean =>
  roles.some(
    (other) =>
      other.from > mark.to &&
      other.from - mark.to <= NEAR &&
      grammar.is(sentence.words[other.from - 1]?.text ?? "", "owned-owner") &&
      !/[,:;(]/.test(
        sentence.passage.text.slice(sentence.words[mark.to - 1]?.end, sentence.words[other.from]?.start),
      ),
  );

/** Where a name begins: nothing that is given to someone goes before it. */
function nameStart(sentence: Sentence, at: number, grammar: Grammar): number {
  const given = sentence.words.flatMap((word, index) =>
    index < at && grammar.is(word.text, "to") ? [{ from: index, to: index + 1 }] : [],
  );
  return openingOf(sentence, at, grammar, given);
}

function nameWithoutCase(sentence: Sentence, mark: Mark, grammar: Grammar): string | undefined {
  const words = wordsBetween(sentence, nameStart(sentence, mark.from, grammar), mark.to);
  return grammar.nameOfOwner(words);
}
