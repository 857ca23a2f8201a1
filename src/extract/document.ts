import type { Grammar } from "../language/grammar.ts";
import { DOUBTFUL, LIKELY, SURE, type Extractor, type Reading } from "./extractor.ts";
import { isAskedFor } from "./asked-for.ts";
import { caseOf } from "./case.ts";
import { readings } from "./document-readings.ts";
import { gapAfter, has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";
import { waysIn } from "./ways.ts";

/** One document or piece of information that the applicant has to bring or send. */
export const document: Extractor<"document"> = {
  id: "document",
  read: (statement, grammar) => {
    const inline = inlineList(statement);
    if (inline !== undefined)
      return readings(statement, inline, statement.words.length, LIKELY, undefined, grammar);
    if (statement.closing === ":") return syntaxOf(grammar).toldBeforeList(statement, grammar, readings);
    if (isElement(statement, grammar))
      return isNoDocument(statement, grammar) ? [] : element(statement, grammar);
    if (statement.topic !== undefined) return [];
    return syntaxOf(grammar).toldInSentence(statement, grammar, readings).slice(0, MOST);
  },
  examples: [
    {
      in: "kk",
      topic: "documents",
      text: "жеке куәлік немесе цифрлық құжаттар сервисінен электрондық құжат (сәйкестендіру үшін)",
      gives: [{}, {}],
    },
    {
      in: "kk",
      lead: "көрсетілетін қызметті алушы келесі құжаттарды ұсынады:",
      text: "балалар үшін – туу туралы куәлік",
      gives: [{ condition: "балалар үшін" }],
    },
    {
      in: "kk",
      text: "Тұтынушы порталда электрондық сұрау салуды толтырады",
      gives: [{ channel: "portal" }],
    },
    { in: "kk", text: "Тіркеуші құжатты дәрігерге береді", gives: [] },
    { in: "kk", text: "Тұтынушы Стандартта көзделген құжаттарды ұсынады", gives: [] },
    { in: "kk", topic: "documents", text: "Мәліметтер ақпараттық жүйелерден алынады", gives: [] },
    {
      in: "ru",
      topic: "documents",
      text: "документ, удостоверяющий личность, либо электронный документ из сервиса цифровых документов (для идентификации)",
      gives: [{}, {}],
    },
    {
      in: "ru",
      topic: "documents",
      text: "копия договора (за исключением случаев оплаты через портал)",
      gives: [{ condition: "за исключением случаев оплаты через портал" }],
    },
    {
      in: "ru",
      lead: "Для получения государственной услуги услугополучатель представляет следующие документы:",
      text: "для несовершеннолетних – свидетельство о рождении",
      gives: [{ condition: "для несовершеннолетних" }],
    },
    { in: "ru", text: "Услугополучатель через портал подает заявление", gives: [{ channel: "portal" }] },
    { in: "ru", text: "Услугополучатель направляет документы, указанные в пункте 8 Стандарта", gives: [] },
    { in: "ru", text: "Сотрудник передает документ руководителю", gives: [] },
    {
      in: "ru",
      topic: "documents",
      text: "Сведения услугодатель получает из информационных систем",
      gives: [],
    },
  ],
};

/** Documents at most that one sentence in prose asks for. */
const MOST = 4;

/** What the provider gets itself, originals to compare with, samples, and anything that is done is no document to bring. */
function isNoDocument(statement: Statement, grammar: Grammar): boolean {
  if (has(statement, "originals", "consent") || isGotByProvider(statement)) return true;
  if (has(statement, "sample") && !has(statement, "document")) return true;
  // `заявление направляется не позднее десяти дней до …`: by when, of a paper that is told already.
  if (has(statement, "no-later") && has(statement, "is-handed-in")) return true;
  if (has(statement, "not-needed")) return !has(statement, "for-whom");
  if (!syntaxOf(grammar).isClause(statement, grammar) || has(statement, "needed")) return false;
  return !(has(statement, "to-hand-in") && (has(statement, "applicant") || endsPassive(statement)));
}

/** What the provider gets by itself; a paper that is asked for except where it can, is asked for. */
function isGotByProvider(statement: Statement): boolean {
  const got = marksFor(statement, "provider-gets");
  const except = marksFor(statement, "except").filter((mark) => got.some((one) => one.to <= mark.from));
  return (
    got.length > 0 &&
    !except.some((mark) => marksFor(statement, "document").some((one) => one.from >= mark.to))
  );
}

/** `… ұсынылады`, `… қоса беріледі`: said of the document itself. */
const endsPassive = (statement: Statement): boolean =>
  marksFor(statement, "is-handed-in").some((mark) => mark.to === statement.words.length);

/** `… ұсынады: тегі, аты, әкесінің аты, мекенжайы`: where the list begins inside the sentence. */
function inlineList(statement: Statement): number | undefined {
  const lists = marksFor(statement, "list-of-documents");
  const end = lists.find(
    (mark) => mark.to < statement.words.length && gapAfter(statement, mark.to - 1).includes(":"),
  );
  return end?.to;
}

/** Whether the statement stands in the row of documents or in a list that asks for documents. */
function isElement(statement: Statement, grammar: Grammar): boolean {
  if (statement.topic === "documents") return true;
  if (statement.topic !== undefined || statement.lead === undefined) return false;
  return asks(statement.lead, statement, grammar) && isAskedFor(statement);
}

/** `келесі құжаттарды ұсынады:`, `… алуы үшін:` with `қажет` at the end, in any of the leads. */
function asks(lead: Statement, statement: Statement, grammar: Grammar): boolean {
  if (has(lead, "list-of-documents")) return true;
  if (has(lead, "to-get-the-service") && has(statement.tail ?? statement, "needed")) return true;
  // `Для получения услуги заявитель направляет посредством портала:`
  const isHandedIn = has(lead, "to-get-the-service") && has(lead, "to-hand-in") && has(lead, "applicant");
  if (isHandedIn && lead.closing === ":") return true;
  if (lead.lead !== undefined && asks(lead.lead, statement, grammar)) return true;
  return goesOnWithList(lead, grammar);
}

/** `Портал арқылы жүгінген кезде:`, `Для переоформления:` behind a list of documents of the same clause head the next part of it. */
function goesOnWithList(heading: Statement, grammar: Grammar): boolean {
  if (heading.closing !== ":" || heading.words.length > LINE) return false;
  if (waysIn(heading).length === 0 && syntaxOf(grammar).caseWords(heading) === undefined) return false;
  for (let at = heading.before; at !== undefined; at = at.before)
    if (at.lead !== undefined && has(at.lead, "list-of-documents")) return true;
  return false;
}

/** Words at most of a line that heads part of a list. */
const LINE = 14;

function element(statement: Statement, grammar: Grammar): Reading<"document">[] {
  const confidence = has(statement, "document") ? SURE : DOUBTFUL;
  const own = readings(statement, 0, statement.words.length, confidence, caseOf(statement, grammar), grammar);
  const { lead } = statement;
  if (lead === undefined || !has(lead, "one-of")) return own;
  // `мынадай құжаттардың біреуін:`: what the list names is in place of one another.
  return own.map((one) => ({
    ...one,
    fields: { ...one.fields, alternativeGroup: `${lead.provision.path}#one-of` },
  }));
}
