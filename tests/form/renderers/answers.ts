import { offered, type FieldSchema, type FormSchema } from "../../../src/form/form-parts.ts";

/** What a person answers to whatever is asked: the label that is chosen, or what is written, and the value that it means. */
export interface Answer {
  readonly label?: string;
  readonly text?: string;
  readonly value: string | number | boolean | readonly string[];
}

export interface Answers {
  readonly channel: Answer;
  readonly facts: Readonly<Record<string, Answer>>;
  readonly papers: readonly { readonly type: Answer; readonly until: string | undefined }[];
}

const UNTIL = "2040-05-01";

/** One answer to each question: the first, the last, the first … of what is offered, and every other paper. */
export function answersTo({ properties: { channel, facts, documents } }: FormSchema): Answers {
  const { type, validUntil } = documents.items.properties ?? {};
  const questions = Object.entries(facts.properties);
  return {
    channel: chosen(channel, 0),
    facts: Object.fromEntries(questions.map(([id, question], place) => [id, answerTo(question, place)])),
    papers: (type === undefined ? [] : offered(type))
      .filter((_, place) => place % 2 === 0)
      .map((option) => ({
        type: { label: option.title, value: option.const },
        until: validUntil === undefined ? undefined : UNTIL,
      })),
  };
}

function chosen(question: FieldSchema, place: number): Answer {
  const options = offered(question);
  const option = place % 2 === 0 ? options[0] : options.at(-1);
  if (option === undefined) throw new Error(`«${question.title}» offers nothing`);
  return { label: option.title, value: option.const };
}

function answerTo(question: FieldSchema, place: number): Answer {
  if (question.oneOf !== undefined) return chosen(question, place);
  const number = Math.max(question.minimum ?? 0, 20);
  if (question.type === "integer" || question.type === "number")
    return { text: String(number), value: number };
  if (question.format === "date") return { text: "2024-05-06", value: "2024-05-06" };
  return question.type === "array" ? { text: "a", value: ["a"] } : { text: "a", value: "a" };
}
