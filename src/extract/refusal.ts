import type { RefusalRule } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import { DOUBTFUL, LIKELY, SURE, wholeOf, type Extractor, type Reading } from "./extractor.ts";
import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";

/** One ground on which a request is not taken or the service is refused. */
export const refusal: Extractor<"refusal"> = {
  id: "refusal",
  read: (statement, grammar) => {
    if (statement.closing === ":" || has(statement, "grounds-elsewhere") || saysNone(statement)) return [];
    if (statement.topic === undefined && has(statement, "complaint")) return [];
    if (statement.topic !== undefined && statement.topic !== "refusal") return [];
    const conditional = syntaxOf(grammar).groundsIn(statement, grammar);
    if (conditional.length > 0) return conditional.map((words) => ground(statement, words, SURE));
    if (statement.topic === "refusal") return [ground(statement, wholeOf(statement), SURE)];
    if (isListed(statement)) return [ground(statement, wholeOf(statement), SURE)];
    if (isReason(statement)) return [ground(statement, wholeOf(statement), LIKELY)];
    const inProcess = processGround(statement);
    return inProcess.length > 0 ? inProcess : givenUp(statement);
  },
  examples: [
    {
      in: "kk",
      topic: "refusal",
      text: "ұсынылған деректердің анық еместігінің анықталуы",
      gives: [{ stage: "service" }],
    },
    {
      in: "kk",
      text: "Алушы құжаттарды толық ұсынбаған немесе мерзімі өткен құжаттарды ұсынған жағдайларда өтінішті қабылдаудан бас тартады",
      gives: [{ stage: "intake" }, { stage: "intake" }],
    },
    {
      in: "kk",
      lead: "Тұтынушының сұрау салуы:",
      text: "талаптар орындалмағанда қабылданбайды",
      gives: [{ stage: "intake" }],
    },
    {
      in: "kk",
      text: "4-процесс – қолтаңбаның расталмауына байланысты қызметтен бас тарту туралы хабарламаны қалыптастыру",
      gives: [{ stage: "service" }],
    },
    { in: "kk", text: "Стандарттың 9-тармағында көзделген негіздер бойынша бас тартады", gives: [] },
    { in: "kk", text: "Нәтижесі – анықтама немесе дәлелді бас тарту", gives: [] },
    {
      in: "ru",
      topic: "refusal",
      text: "установление недостоверности представленных данных",
      gives: [{ stage: "service" }],
    },
    {
      in: "ru",
      text: "При предоставлении неполного пакета документов и (или) документов с истекшим сроком действия услугодатель отказывает в приеме заявления",
      gives: [{ stage: "intake" }, { stage: "intake" }],
    },
    {
      in: "ru",
      text: "В допуске отказывается, если услугополучатель не соответствует требованиям закона",
      gives: [{ stage: "service" }],
    },
    { in: "ru", text: "Отказ осуществляется по основаниям, предусмотренным пунктом 9 Стандарта", gives: [] },
    { in: "ru", text: "В случае соответствия выдается лицензия либо мотивированный отказ", gives: [] },
  ],
};

/** `Жоқ`: the row says that there is no ground. */
const saysNone = (statement: Statement): boolean =>
  has(statement, "none") && statement.words.length <= MOST_OF_NONE;

/** Words at most of a line that says that there is none. */
const MOST_OF_NONE = 3;

function ground(statement: Statement, words: Span, confidence: number): Reading<"refusal"> {
  const [channel] = statement.channels;
  const fields = {
    kind: "refusal",
    stage: stageOf(statement),
    ...(channel === undefined ? {} : { channel }),
  } as const;
  return { fields, words, confidence };
}

/** `9-тармақта көзделген негіздер бойынша`: they are told in another place, unless they follow: `мынадай негіздер бойынша`. */
const isElsewhere = (lead: Statement): boolean =>
  has(lead, "grounds-elsewhere") && !has(lead, "these-follow");

/** An item of a list that as a whole is refused: `сұрау салуы: 1) …; 2) … қабылданбайды`. */
function isListed(statement: Statement): boolean {
  const { lead, tail } = statement;
  if (lead === undefined || !LISTED.has(statement.provision.type) || isElsewhere(lead)) return false;
  // Behind an item, what follows from a refusal: `В случае принятия решения об отказе …`.
  if (statement.provision.type === "paragraph" && has(statement, "refused") && has(statement, "in-case"))
    return false;
  const refuses = has(lead, "refusal-made") || (has(lead, "refused") && !has(lead, "complaint"));
  if (refuses && has(lead, "in-case", "is-ground", "refusal-grounds")) return true;
  // `Бас тарту: 1) …; 2) … жағдайларда жүзеге асырылады`.
  const last = tail ?? statement;
  if (refuses && has(last, "in-case") && has(last, "carried-out")) return true;
  return has(tail ?? statement, "not-taken") && has(lead, "the-request");
}

/** `… толық ұсынбауы өтінішті қабылдаудан бас тартуға негіз болып табылады`. */
function isReason(statement: Statement): boolean {
  if (statement.topic !== undefined) return false;
  const refused = marksFor(statement, "refused");
  return marksFor(statement, "is-ground").some((ground) =>
    refused.some((mark) => mark.from > 0 && mark.to <= ground.from && ground.from - mark.to <= NEAR),
  );
}

/** Words at most between the refusal and what says that something is a ground for it. */
const NEAR = 2;

/** `… байланысты … бас тарту туралы хабарламаны қалыптастыру`. */
function processGround(statement: Statement): Reading<"refusal">[] {
  const [because] = marksFor(statement, "because-of");
  const refused = marksFor(statement, "refused").find(
    (mark) =>
      because !== undefined &&
      (mark.from >= because.to || (mark.to <= because.from && has(statement, "process-step"))),
  );
  return refused === undefined ? [] : [ground(statement, wholeOf(statement), LIKELY)];
}

/** What the elements of a list of grounds are. */
const LISTED: ReadonlySet<string> = new Set(["item", "paragraph"]);

/** `қызметін ұсынуды тоқтату үшін … берешектері негіз болып табылады`. */
function givenUp(statement: Statement): Reading<"refusal">[] {
  const told = has(statement, "given-up") && has(statement, "is-ground") && has(statement, "applicant-own");
  return told ? [ground(statement, wholeOf(statement), DOUBTFUL)] : [];
}

/** A request is not taken where the words, or those of its list, say so, or what goes before them in the clause. */
function stageOf(statement: Statement): RefusalRule["stage"] {
  const around = [statement, statement.lead, statement.tail].filter((one) => one !== undefined);
  if (around.some((one) => has(one, "not-taken", "login"))) return "intake";
  if (statement.topic !== undefined || around.some((one) => has(one, "service-refused"))) return "service";
  if (has(statement, "incomplete") && statement.lead === undefined) return "intake";
  for (let at = statement.before; at !== undefined; at = at.before)
    if (has(at, "not-taken") && has(at, "refused")) return "intake";
  return "service";
}
