import type { Timetable } from "../calendar/timetable.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { Ignored, JudgingBook, Reason, Verdict } from "../model/verdict.ts";
import { decide } from "./deciding.ts";
import { documentsSeen } from "./documents.ts";
import { knownOf, type Known } from "./known.ts";
import type { Memory } from "./memory.ts";
import { perhapsLacking } from "./perhaps-lacking.ts";
import { aboutDocumentsReasons, conditionReason, usualReasons } from "./reasons.ts";
import type { Request } from "./request.ts";
import { registeredAt, submissionOf, type Submission } from "./submission.ts";
import { markTakenLater } from "./taken-later.ts";
import { startedTerms, waitingTerms, type LawBeneath } from "./terms.ts";

/** What a request is judged with, beside the plan. */
export interface Setting extends LawBeneath {
  /** The provider's zone; without one a time without offset is no instant, and nothing is due. */
  readonly zone?: ZoneTable | undefined;
  /** Days and hours of the provider in the request's channel. */
  readonly timetable?: Timetable | undefined;
  readonly rulebook: JudgingBook;
  readonly calendar?: { readonly id: string; readonly sha256: string } | undefined;
  /** What the border has already set aside, an unknown zone for one. */
  readonly ignored?: readonly Ignored[];
  /** Of verdicts by the same plan, whose reasons serve again; without one each verdict makes its own. */
  readonly memory?: Memory | undefined;
}

/** The verdict on a request that its schema has passed. */
export const check = (plan: Plan, request: Request, setting: Setting): Verdict =>
  checkAt(submissionOf(request.submitted, setting.zone), plan, request, setting);

/** The same for whoever has read the time of submission already. */
export function checkAt(
  { instant, isoDay, written }: Submission,
  plan: Plan,
  request: Request,
  setting: Setting,
): Verdict {
  const channel = plan.channels[request.channel];
  const known = knownOf(plan, channel, request, isoDay, setting.memory);
  markTakenLater(plan, channel, known, instant, setting.timetable);
  const { answer, facts } = decide(plan, channel, known);
  const reasons = usualReasons(channel, plan, known).slice();
  for (const rule of channel.conditions) reasons[rule.at] = conditionReason(rule, plan, known);
  for (const slot of known.told)
    for (const rule of channel.byFinding[slot] ?? NOTHING)
      reasons[rule.at] = conditionReason(rule, plan, known);
  tellTermsByFact(channel, known, reasons);
  const seen = documentsSeen(plan, channel, known, reasons);
  aboutDocumentsReasons(channel, seen, reasons, known);
  const { zone, timetable, ignored, rulebook, calendar } = setting;
  const { id: service, notHeld = NOTHING } = plan.book;
  const verdict: Verdict & Dated = {
    verdict: answer,
    service,
    channel: channel.channel,
    submitted: written,
    asFarAsRulesAtHandGo: answer === "admit" && plan.leavesWeighty,
    undetermined: facts,
    // Lacking in any case, though of none by itself it can be told.
    missingDocuments:
      answer === "incomplete" && seen.lacking.length === 0
        ? perhapsLacking(seen.perhaps, plan, known)
        : seen.lacking,
    openFindings: openFindings(channel, known),
    ignored: ignored === undefined ? known.ignored : [...ignored, ...known.ignored],
    notHeld,
    // One a rule: those that were left open in the channel's plan have been filled in.
    reasons: reasons as Reason[],
    deadlines: startedTerms(
      channel,
      {
        instant,
        written: zone === timetable?.zone ? written : undefined,
        registered: registeredAt(request, zone),
      },
      timetable,
      setting,
      known,
      plan,
    ),
    waiting: waitingTerms(channel, known, plan),
    rulebook,
  };
  // Put down afterwards: a spread of all fields would cost more than the decision.
  if (calendar !== undefined) verdict.calendar = calendar;
  return verdict;
}

/** Reasons of the terms that a request starts for which a fact holds; one that starts may have been told by its condition. */
function tellTermsByFact(
  { termsByFact }: ChannelPlan,
  { values }: Known,
  reasons: (Reason | undefined)[],
): void {
  for (const { at, slot, starts, stands, ofOthers } of termsByFact) {
    const holds = values[slot];
    if (holds !== true) reasons[at] = holds === false ? ofOthers : stands;
    else if (starts !== undefined) reasons[at] = starts;
  }
}

/** A verdict whose calendar has yet to be put down. */
interface Dated {
  calendar?: NonNullable<Verdict["calendar"]>;
}

const NOTHING: readonly [] = [];

/** Findings that the channel's rules look at and nobody has asserted. */
function openFindings({ findings: { slots, names } }: ChannelPlan, { told }: Known): readonly string[] {
  if (told.length === 0) return names;
  const open: string[] = [];
  for (let index = 0; index < slots.length; index += 1)
    if (!told.includes(slots[index] ?? -1)) open.push(names[index] ?? "");
  return open;
}
