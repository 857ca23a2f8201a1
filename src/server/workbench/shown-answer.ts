import type { Answer } from "../../desk/answer.ts";
import type { Names } from "../../report/names.ts";
import { faultField, faultWords } from "../../web/fault-words.ts";

/** What the form shows: the field, and what is wrong with it in the reviewer's language. */
export function shownAnswer(result: Answer, names: Names): object {
  if (result.is !== "refused") return { ok: true };
  const { why, pointer, code, name, meant } = result;
  const about = {
    ...(name !== undefined && { name }),
    ...(meant !== undefined && {
      meant: code === "unknown-paper" ? names.document(meant) : names.fact(meant),
    }),
  };
  return { ok: false, field: faultField(pointer, why), error: faultWords(why, code, names.language, about) };
}
