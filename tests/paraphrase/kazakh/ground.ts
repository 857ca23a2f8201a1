import { inCase, plain, type Noun } from "./noun.ts";
import { actionOf, done, ifDone, negated } from "./verb.ts";

/** Something that is wrong with a request: who or what, the words before the verb, and the verb. */
export interface Ground {
  /** Nobody named: the applicant. */
  readonly subject?: Noun;
  readonly before: string;
  /** The stem; where the wrong is that it did not happen, already negated. */
  readonly verb: string;
}

const not = negated;
const ground = (before: string, verb: string, subject?: Noun): Ground => ({
  before,
  verb,
  ...(subject === undefined ? {} : { subject }),
});

/** What an applicant did or did not do. */
export const DEEDS: readonly Ground[] = [
  ground("құжаттар топтамасын толық", not("ұсын")),
  ground("қажетті құжаттарды толық көлемде", not("тапсыр")),
  ground("қолданылу мерзімі өткен құжаттарды", "ұсын"),
  ground("өтінішті белгіленген нысанда", not("толтыр")),
  ground("тіркеу алымын", not("төле")),
  ground("көрінеу жалған мәліметтер", "бер"),
  ground("сапасыз көшірмелерді", "жолда"),
  ground("мерзімі өтіп кеткен медициналық анықтаманы", "тапсыр"),
  ground("біліктілік сынағынан", not("өт")),
];

/** What is wrong with papers, sites and the like. */
export const STATES: readonly Ground[] = [
  ground("дұрыс", not("бол"), plain("ұсынылған мәліметтер")),
  ground("белгіленген талаптарға сәйкес", not("кел"), plain("ғимарат")),
  ground("тізбеге сәйкес", not("кел"), plain("ұсынылған құжаттар")),
  ground("басқа адамға тиесілі", "бол", plain("сұратылған учаске")),
  ground("", not("төлен"), plain("тіркеу алымы")),
  ground("ақпараттық жүйеде", not("растал"), plain("өтініште көрсетілген деректер")),
  ground("сот шешімімен", "шектел", plain("өтініш берушінің құқығы")),
  ground("бұрын", "беріл", plain("осындай рұқсат")),
  ground("жеткілікті", not("бол"), plain("бос орын")),
];

const spaced = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(" ");

const applicant = plain("көрсетілетін қызметті алушы");

/** `құжаттар топтамасын толық ұсынбаған`: without who did it, or with them. */
export const asDone = ({ subject, before, verb }: Ground, named: boolean): string =>
  spaced(named ? (subject ?? applicant).text : (subject?.text ?? ""), before, done(verb));

/** `көрсетілетін қызметті алушы құжаттар топтамасын толық ұсынбаса`. */
export const asIf = ({ subject, before, verb }: Ground): string =>
  spaced((subject ?? applicant).text, before, ifDone(verb));

/** `көрсетілетін қызметті алушының құжаттар топтамасын толық ұсынбауы`, ready for endings. */
export const asFact = ({ subject, before, verb }: Ground, named = true): Noun => ({
  text: spaced(
    named || subject !== undefined ? inCase(subject ?? applicant, "genitive") : "",
    before,
    actionOf(verb).text,
  ),
  third: true,
});
