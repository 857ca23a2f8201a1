import type { Request, RequestDocument } from "../../check/request.ts";
import type { FactValue } from "../../model/condition.ts";
import type { Language } from "../../model/language.ts";
import type { Channel } from "../../model/rule.ts";
import { apply } from "../../web/apply/apply-word.ts";
import type { ApplyForm, Input, Paper, Question } from "../../web/apply/apply-views.ts";
import { readField, type Read } from "./field-value.ts";
import { DOCUMENT, type Fields } from "./form-body.ts";
import { type FieldSchema, type FormSchema, offered } from "../../form/form-parts.ts";

/** Whose form it is, and how it is asked. */
export interface FormMatter {
  readonly schema: FormSchema;
  /** Ids of papers that have a last day. */
  readonly expiring: ReadonlySet<string>;
  readonly lang: Language;
  readonly at: string | undefined;
}

/** What was answered: a request but for its service and time; absent where something is to be mended first. */
export type ToldRequest = Pick<Request, "channel" | "facts" | "documents">;

/** The form filled in with what was sent, nothing where nothing was, and the request that it comes to. */
export interface FilledForm {
  readonly form: ApplyForm;
  readonly told: ToldRequest | undefined;
}

const NOTHING: Fields = new Map();

/** Reads what was sent against the questions of a form. */
export function filledForm(matter: FormMatter, sent?: Fields): FilledForm {
  const { schema, lang } = matter;
  const fields = sent ?? NOTHING;
  const { channel, facts } = schema.properties;
  const way = questionOf("channel", "channel", channel, fields, lang);
  const isUnsaid = sent !== undefined && way.question.fault === undefined && way.value === undefined;
  const asked = Object.entries(facts.properties).map(([id, each], index) => ({
    id,
    ...questionOf(`fact-${index}`, factField(id), each, fields, lang),
  }));
  const papers = papersOf(matter, fields);
  const form: ApplyForm = {
    service: schema.title,
    at: matter.at,
    channel: { ...way.question, ...(isUnsaid && { fault: apply("fault.choose", lang) }) },
    facts: asked.map(({ question }) => question),
    ...papers.shown,
    arePapersWanted: false,
    isSent: sent !== undefined,
  };
  const isFaulty = [way, ...asked].some(({ question }) => question.fault !== undefined) || papers.isFaulty;
  if (isFaulty || way.value === undefined) return { form, told: undefined };
  const values = asked.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value] as const]));
  const { documents } = papers;
  const told = {
    channel: way.value as Channel,
    facts: Object.fromEntries(values),
    ...(documents !== undefined && { documents }),
  };
  return { form, told };
}

/** Of a fact, in the body. */
const factField = (id: string): string => `fact.${id}`;
const untilField = (type: string): string => `until.${type}`;

interface Asked {
  readonly question: Question;
  readonly value: FactValue | undefined;
}

function questionOf(id: string, name: string, schema: FieldSchema, fields: Fields, lang: Language): Asked {
  const answer = fields.get(name)?.[0];
  const read: Read = readField(schema, answer, lang);
  const question = {
    id,
    name,
    title: schema.title,
    help: schema.description,
    input: inputOf(schema, name !== "channel"),
    answer: answer === "" && schema.oneOf === undefined ? undefined : answer,
    fault: "fault" in read ? read.fault : undefined,
    isWanted: false,
  };
  return { question, value: "value" in read ? read.value : undefined };
}

function inputOf(schema: FieldSchema, mayBeUnknown: boolean): Input {
  if (schema.oneOf !== undefined) {
    const options = offered(schema).map((option) => ({ value: String(option.const), label: option.title }));
    return { is: "choice", options, mayBeUnknown };
  }
  if (schema.type === "integer" || schema.type === "number") return { is: "number" };
  if (schema.format === "date") return { is: "date" };
  return { is: schema.type === "array" ? "lines" : "text" };
}

interface Papers {
  readonly shown: Pick<ApplyForm, "papers" | "arePapersUnknown" | "papersFault">;
  /** Absent: nobody knows yet. */
  readonly documents: readonly RequestDocument[] | undefined;
  readonly isFaulty: boolean;
}

function papersOf({ schema, expiring, lang }: FormMatter, fields: Fields): Papers {
  const { type, validUntil } = schema.properties.documents.items.properties ?? {};
  const ticked = new Set(fields.get(DOCUMENT));
  const papers = (type === undefined ? [] : offered(type)).map(({ const: id, title }, index): Paper => {
    const isThere = ticked.has(String(id));
    const shown = { id: `paper-${index}`, type: String(id), label: title, isThere };
    if (validUntil === undefined || !expiring.has(String(id))) return shown;
    const day = { ...validUntil, title: `${validUntil.title}: ${title}` };
    const { question } = questionOf(`until-${index}`, untilField(String(id)), day, fields, lang);
    const isAlone = !isThere && question.answer !== undefined && question.fault === undefined;
    return { ...shown, until: { ...question, ...(isAlone && { fault: apply("fault.untilAlone", lang) }) } };
  });
  const arePapersUnknown = fields.get("papers")?.[0] === "unknown";
  const there = papers.filter(({ isThere }) => isThere);
  const isBoth = arePapersUnknown && there.length > 0;
  const documents = there.map(({ type: one, until }) => ({
    type: one,
    ...(until?.answer !== undefined && { validUntil: until.answer.trim() }),
  }));
  return {
    shown: { papers, arePapersUnknown, ...(isBoth && { papersFault: apply("fault.papersBoth", lang) }) },
    documents: arePapersUnknown ? undefined : documents,
    isFaulty: isBoth || papers.some(({ until }) => until?.fault !== undefined),
  };
}

/** The form with the answers marked that would decide, of a verdict that is open. */
export function wantedIn(form: ApplyForm, undetermined: readonly string[]): ApplyForm {
  const wanted = new Set(undetermined);
  const marked = (question: Question, fact: string): Question => ({
    ...question,
    isWanted: wanted.has(fact),
  });
  return {
    ...form,
    facts: form.facts.map((question) => marked(question, question.name.slice(factField("").length))),
    papers: form.papers.map((paper) => ({
      ...paper,
      ...(paper.until !== undefined && { until: marked(paper.until, `documents.${paper.type}.validUntil`) }),
    })),
    arePapersWanted: wanted.has("documents"),
  };
}
