import type { ChannelPlan } from "../compile/plan.ts";
import { ByteWriter } from "../model/byte-writer.ts";
import type { Reason, StartedTerm, Verdict } from "../model/verdict.ts";
import { runsOf, type Runs } from "./runs.ts";
import { writeIgnored, writeMissing, writeNames } from "./written-lists.ts";

const WRITER = new ByteWriter();

/**
 * SHA-256 of what a verdict comes to, in whatever language and at whatever length it is told: the answer, a code for each
 * rule of the book, what is missing, and when each term ends. As bytes by hand: every verdict has one.
 */
export function substanceHash(verdict: Verdict, channel?: ChannelPlan): string {
  const to = WRITER;
  to.beginAnew();
  to.ascii('["');
  to.ascii(verdict.verdict);
  to.ascii(verdict.asFarAsRulesAtHandGo ? '",true,' : '",false,');
  writeNames(verdict.undetermined, to);
  to.ascii(",");
  writeMissing(verdict.missingDocuments, to, JSON.stringify);
  to.ascii(",");
  writeNames(verdict.openFindings, to);
  to.ascii(",");
  writeIgnored(verdict.ignored, to);
  to.ascii(',"');
  if (channel === undefined) to.ascii(verdict.reasons.map(codeOf).join(""));
  else writeCodes(verdict.reasons, codesIn(channel), to);
  // One a rule in the order of the book, whose hash is in the receipt.
  if (verdict.reasons.length > 0) to.back();
  to.ascii('",[');
  writeTerms(verdict.deadlines, to);
  to.ascii("]]");
  return to.sha256From(0);
}

const codeOf = ({ code }: Reason): string => `${code},`;

function writeCodes(reasons: readonly Reason[], { before, at, after }: Runs, to: ByteWriter): void {
  for (let index = 0; index < at.length; index += 1) {
    const run = before[index];
    if (run !== undefined) to.bytes(run);
    const reason = reasons[at[index] ?? 0];
    if (reason === undefined) continue;
    to.word(reason.code);
    to.ascii(",");
  }
  to.bytes(after);
}

/** Codes of the reasons that are the same for every request through a channel: written once. */
function codesIn(channel: ChannelPlan): Runs {
  const there = CODES.get(channel);
  if (there !== undefined) return there;
  const made = runsOf(channel, codeOf);
  CODES.set(channel, made);
  return made;
}

const CODES = new WeakMap<ChannelPlan, Runs>();

function writeTerms(terms: readonly StartedTerm[], to: ByteWriter): void {
  let before = "[";
  for (const { rule, start, due, unknown } of terms) {
    to.ascii(before);
    to.name(rule);
    writeTime(start, to);
    writeTime(due, to);
    writeTime(unknown, to);
    to.ascii("]");
    before = ",[";
  }
}

function writeTime(told: string | undefined, to: ByteWriter): void {
  if (told === undefined) {
    to.ascii(",null");
    return;
  }
  to.ascii(",");
  to.quoted(told);
}
