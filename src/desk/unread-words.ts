import type { Finding } from "../model/finding.ts";
import type { UnreadWords } from "./act.ts";

/** What a finding of a reading (`extract/unread`) says of the words that gave no rule. */
export function unreadWords({ where, details }: Finding): UnreadWords[] {
  if (where.in !== "text") return [];
  const { cite, sentence, words, service } = (details ?? {}) as Partial<Record<string, string>> & {
    service?: number;
  };
  return [
    {
      path: where.path ?? "",
      cite: cite ?? "",
      service: service ?? 0,
      span: where.span,
      quote: sentence ?? words ?? "",
    },
  ];
}
