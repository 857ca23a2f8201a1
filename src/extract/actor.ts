import type { Lexicon } from "../language/lexicon.ts";
import type { Mark } from "./marks.ts";
import { isApplicant, isBound, isNicknamed, openingOf } from "./phrase.ts";
import { marksFor, wordsBetween, type Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** The words for whoever a term binds: the subject of the sentence, the addressee of a complaint, the head of a column. */
export function actorOf(statement: Statement, term: Mark, lexicon: Lexicon): string | undefined {
  const inColumn = statement.cell?.actor?.text.trim();
  if (inColumn !== undefined && inColumn !== "") return inColumn;
  for (let at: Statement | undefined = statement; at !== undefined; at = at.lead) {
    const before = at === statement ? term.from : at.words.length;
    const actor = addresseeIn(at, lexicon) ?? subjectIn(at, before, lexicon) ?? ownerIn(at, before, lexicon);
    if (actor !== undefined) return actor;
  }
  return undefined;
}

/** `көрсетілетін қызметті берушінің атына` binds `көрсетілетін қызметті беруші`. */
function addresseeIn(sentence: Sentence, lexicon: Lexicon): string | undefined {
  const [addressed] = marksFor(sentence, "addressed");
  if (addressed === undefined) return undefined;
  return nameWithoutCase(sentence, { from: addressed.from - 1, to: addressed.from }, lexicon);
}

/** The name last before the term that is no one's possession; the applicant's only where there is no other. */
function subjectIn(sentence: Sentence, before: number, lexicon: Lexicon): string | undefined {
  const since = marksFor(sentence, "count-from").find((mark) => mark.from < before);
  const roles = marksFor(sentence, "role").filter((mark) => mark.to <= before && !isBound(sentence, mark));
  const free = roles.filter(
    (mark) => !(since !== undefined && isApplicant(sentence, mark) && mark.to < since.from),
  );
  const named = free.filter((mark) => !isNicknamed(sentence, mark) && !isInside(sentence, mark, free));
  const role = named.findLast((mark) => !isApplicant(sentence, mark)) ?? named.at(-1);
  return role === undefined
    ? undefined
    : wordsBetween(sentence, nameStart(sentence, role.from, lexicon), role.to);
}

/** `Мемлекеттік корпорация қызметкерінің … енгізуі` binds `Мемлекеттік корпорация қызметкері`. */
function ownerIn(sentence: Sentence, before: number, lexicon: Lexicon): string | undefined {
  const owner = marksFor(sentence, "role-of").find(
    (mark) => mark.to <= before && !isApplicantsOwn(sentence, mark),
  );
  return owner === undefined ? undefined : nameWithoutCase(sentence, owner, lexicon);
}

const isApplicantsOwn = (sentence: Sentence, mark: Mark): boolean =>
  marksFor(sentence, "applicant-own").some((own) => own.to === mark.to);

/** Words at most between a house and the part of it that acts: `орталығы диагностикалық зертханасының бригадасы`. */
const NEAR = 3;

/** A name that only says whose the next name is. */
const isInside = (sentence: Sentence, mark: Mark, roles: readonly Mark[]): boolean =>
  roles.some(
    (other) =>
      other.from > mark.to &&
      other.from - mark.to <= NEAR &&
      /[ыі]н(?:ың|ің)$/.test(sentence.words[other.from - 1]?.text ?? "") &&
      !/[,:;(]/.test(
        sentence.passage.text.slice(sentence.words[mark.to - 1]?.end, sentence.words[other.from]?.start),
      ),
  );

/** Where a name begins: nothing that is given to someone goes before it. */
function nameStart(sentence: Sentence, at: number, lexicon: Lexicon): number {
  const given = sentence.words.flatMap((word, index) =>
    index < at && lexicon.endings.to.some((ending) => isGiven(word.text, ending))
      ? [{ from: index, to: index + 1 }]
      : [],
  );
  return openingOf(sentence, at, given);
}

/** Letters that a word must have before the ending of the case that says to whom. */
const isGiven = (word: string, ending: string): boolean =>
  word.length >= ending.length + 4 && word.endsWith(ending);

function nameWithoutCase(sentence: Sentence, mark: Mark, lexicon: Lexicon): string | undefined {
  const words = wordsBetween(sentence, nameStart(sentence, mark.from, lexicon), mark.to);
  const ending = lexicon.endings.genitive.find((one) => words.endsWith(one));
  return ending === undefined ? undefined : words.slice(0, -ending.length);
}
