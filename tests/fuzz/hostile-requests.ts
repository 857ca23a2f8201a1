import { Trouble } from "../../src/model/trouble.ts";
import { faults } from "../../src/files/validate.ts";
import type { Library } from "../../src/library/library.ts";
import type { Request } from "../../src/check/request.ts";
import { parseBody, UnreadableBody } from "../../src/server/api/json-body.ts";
import { receiptOf } from "../../src/library/receipt.ts";
import { hashOf } from "../../src/model/print.ts";
import { Completions } from "../check/completions.ts";
import { hostileText } from "./hostile-text.ts";
import { seeded } from "./mutate.ts";

/** How many requests came to what. */
export interface Tally {
  readonly verdicts: Record<string, number>;
  refused: number;
  troubled: number;
  /** Verdicts given although something was open, and the completions that bore them out. */
  settled: number;
  admittedWithSomethingOpen: number;
  completions: number;
}

/** Ways in which what an admission leaves open is told at random; other verdicts get a tenth. */
const COMPLETIONS = 60;

/**
 * Judges so many random and hostile requests, each from its JSON text on, as the server does. Throws where one ends in
 * anything but a verdict, a schema fault or a `Trouble`, and where some way to tell what was left open would be answered
 * otherwise by the rulebook itself, read apart from compiler and check.
 */
export function judgeHostile(library: Library, runs: number, seed: number): Tally {
  const random = seeded(seed);
  const tally: Tally = {
    verdicts: {},
    refused: 0,
    troubled: 0,
    settled: 0,
    admittedWithSomethingOpen: 0,
    completions: 0,
  };
  const vocabulary = hashOf(library.vocabulary);
  for (let run = 0; run < runs; run += 1) {
    const text = hostileText(library, random);
    try {
      judgeOne(library, text, random, tally, vocabulary);
    } catch (error) {
      if (error instanceof UnreadableBody) tally.refused += 1;
      else if (error instanceof Trouble) tally.troubled += 1;
      else throw new Error(`run ${run} of seed ${seed}: ${text.slice(0, 2000)}`, { cause: error });
    }
  }
  return tally;
}

function judgeOne(
  library: Library,
  text: string,
  random: () => number,
  tally: Tally,
  vocabulary: string,
): void {
  const value = parseBody(Buffer.from(text));
  if (faults("request", value).length > 0) {
    tally.refused += 1;
    return;
  }
  const request = value as Request;
  const verdict = library.judge(request, { withFix: random() < 0.1 });
  const { verdict: answer } = verdict;
  tally.verdicts[answer] = (tally.verdicts[answer] ?? 0) + 1;
  JSON.stringify(receiptOf(request, verdict, vocabulary));
  if (answer === "undetermined") {
    if (verdict.undetermined.length === 0) throw new Error("undetermined, and nothing would decide");
    return;
  }
  const day = verdict.submitted.slice(0, 10);
  const completions = new Completions(library.bookOf(verdict), request, library.vocabulary, day);
  const count = answer === "admit" ? COMPLETIONS : COMPLETIONS / 10;
  for (const other of completions.answers(count, random))
    if (other !== answer) throw new Error(`${answer}, although what is open could make it ${other}`);
  if (completions.open === 0) return;
  tally.settled += 1;
  tally.completions += count;
  if (answer === "admit") tally.admittedWithSomethingOpen += 1;
}
