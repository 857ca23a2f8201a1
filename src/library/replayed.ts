import { canonicalJson } from "../model/canonical-json.ts";
import type { Receipt } from "../model/receipt.ts";
import { toldHash } from "./told.ts";

type Answer = Readonly<Record<string, unknown>>;

/** Members of an answer that are not what they were when it was handed out. */
export interface Alterations {
  /** The answer is not the one that its receipt was made for; only a receipt that covers the whole of it can tell. */
  readonly isNotTheReceipts: boolean;
  /** Names of the members that differ from those of the answer made again. */
  readonly differing: readonly string[];
}

/**
 * Holds an answer against its receipt and against the same made again (`again`, told as the receipt says, with all reasons).
 * Of an older receipt nobody knows in which language it was told: sentences are passed over.
 */
export function alterations(answer: Answer, receipt: Receipt, again: Answer): Alterations {
  const { told } = receipt;
  const names = [...new Set([...Object.keys(answer), ...Object.keys(again)])].sort();
  const seen = (value: unknown): string =>
    canonicalJson(told === undefined ? withoutSentences(value) : value);
  return {
    isNotTheReceipts: told !== undefined && toldHash(answer, told.form) !== told.sha256,
    differing: names.filter((name) => {
      const [before, now] = [answer[name], again[name]];
      if (name !== "reasons") return seen(before) !== seen(now);
      return seen(before) !== seen(told === undefined ? asManyOf(now, before) : now);
    }),
  };
}

/** Of the reasons made again, those that older answers had: all, or where there are fewer, those that are decisive. */
function asManyOf(now: unknown, before: unknown): unknown {
  if (!Array.isArray(now) || !Array.isArray(before) || before.length === now.length) return now;
  return now.filter((reason: { outcome?: unknown }) => reason.outcome !== "pass");
}

function withoutSentences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSentences);
  return typeof value === "object" && value !== null && "sentence" in value
    ? { ...value, sentence: undefined }
    : value;
}
