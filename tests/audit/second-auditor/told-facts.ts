import { seeded } from "../run-on.ts";
import type { LogLine } from "./log.ts";

const WORDS: Readonly<Record<string, readonly string[]>> = {
  "applicant.personType": ["company", "physical person", "жеке тұлға", "?"],
  "applicant.age": ["17", "18", "44", "old"],
};

/** Lines of a log that tell facts of their cases: mostly the same in each, now and then nothing, or another word. */
export function withFacts(lines: readonly LogLine[], seed: number): LogLine[] {
  const random = seeded(seed);
  const anyOf = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
  const usual = new Map<string, Readonly<Record<string, string>>>();
  return lines.map((line) => {
    const own =
      usual.get(line.case) ??
      Object.fromEntries(Object.entries(WORDS).map(([fact, words]) => [fact, anyOf(words)]));
    usual.set(line.case, own);
    const facts = Object.entries(WORDS).map(([fact, words]) => {
      const chance = random();
      return [fact, chance < 0.3 ? "" : chance < 0.35 ? anyOf(words) : (own[fact] ?? "")] as const;
    });
    return { ...line, facts: Object.fromEntries(facts) };
  });
}
