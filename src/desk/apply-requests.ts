import { requestLines } from "../files/review-requests.ts";
import { Trouble } from "../model/trouble.ts";
import type { Decision } from "../review/decision.ts";
import { review } from "../review/review.ts";
import { Overtaken } from "../store/kept-decisions.ts";
import type { ActUnderReview } from "./act.ts";
import { answer } from "./answer.ts";
import { keptWithFourEyes } from "./four-eyes.ts";
import { keepDecisions, type ServiceReview } from "./review-service.ts";

/** How many requests of a file made a decision, and how many said what was so already. */
export interface Applied {
  readonly made: number;
  readonly already: number;
}

/**
 * Applies a file of requests, one a line, to one service: all of them or, where one is wrong, none. Returns when the
 * decisions are on the disk. Throws `Trouble` that names the line, the field and how many others are wrong.
 */
export async function applyRequests(
  file: string,
  act: ActUnderReview,
  start: ServiceReview,
  by: string,
  now: number,
): Promise<Applied> {
  let state = start;
  let already = 0;
  const made: Decision[] = [];
  const refused: { line: number; why: string; pointer: string }[] = [];
  for (const { line, request } of requestLines(file)) {
    const at = new Date(now + made.length).toISOString();
    const result = answer(request, state, { by, at, version: act.version });
    if (result.is === "refused") refused.push({ line, ...result });
    else if (result.is === "already") already += 1;
    else {
      const kept = keptWithFourEyes(act, state, result.decision, { by, at, version: act.version });
      made.push(...kept);
      const decisions = [...state.decisions, ...kept];
      const fourEyes = act.fourEyes === true;
      state = { ...state, decisions, review: review(decisions, state.service.reading, { fourEyes }) };
    }
  }
  const [first, ...rest] = refused;
  if (first !== undefined) throw refusedTrouble(file, first, rest);
  if (made.length > 0) await keepDecisions(start, made).catch(tellOvertaken);
  return { made: made.length, already };
}

function tellOvertaken(error: unknown): never {
  if (!(error instanceof Overtaken)) throw error;
  throw new Trouble("others have decided meanwhile, and nothing was written", {
    wayOut: "Apply the file again; what was decided already is skipped.",
  });
}

interface RefusedLine {
  readonly line: number;
  readonly why: string;
  readonly pointer: string;
}

function refusedTrouble(file: string, first: RefusedLine, rest: readonly RefusedLine[]): Trouble {
  const said = (one: RefusedLine): string => (one.pointer === "" ? one.why : `${one.pointer} ${one.why}`);
  const others = rest.slice(0, 20).map((one) => `\n  line ${one.line}: ${said(one)}`);
  const left = rest.length > 20 ? `\n  and ${rest.length - 20} more` : "";
  return new Trouble(`${said(first)}${others.join("")}${left}`, {
    file,
    place: `line ${first.line}`,
    wayOut:
      "Nothing was written. Correct the lines and apply the file again; what was decided already is skipped.",
  });
}
