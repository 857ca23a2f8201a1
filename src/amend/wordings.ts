import type { Wording } from "../model/amendment.ts";

/** The wordings of several numbered provisions, one for each number; undefined where one of them is not there. */
export function wordingsFor(
  labels: readonly string[],
  wordings: readonly Wording[],
): readonly Wording[] | undefined {
  const all = wordings.flat();
  if (all.length === 0) return undefined;
  if (labels.length <= 1) return [all];
  const starts = labels.map((label) => all.findIndex(({ text }) => hasNumber(text, label)));
  if (starts.every((start, index) => start >= 0 && start > (starts[index - 1] ?? -1)))
    return starts.map((start, index) => all.slice(start, starts[index + 1] ?? all.length));
  return all.length === labels.length ? all.map((block) => [block]) : undefined;
}

/** Whether a paragraph begins with a number as printed. */
const hasNumber = (text: string, label: string): boolean =>
  text.startsWith(label) && /^[.)]/u.test(text.slice(label.length));
