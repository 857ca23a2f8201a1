/** Whether one of some cues stands in a text, in whichever case. */
export function cued(text: string, cues: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return cues.some((cue) => lower.includes(cue));
}

/** The first meaning one of whose cues stands in a text. */
export const meaningOf = (
  text: string,
  cues: Readonly<Record<string, readonly string[]>>,
): string | undefined => Object.entries(cues).find(([, words]) => cued(text, words))?.[0];
