import { isoInstant } from "../calendar/iso-instant.ts";
import type { Timetable } from "../calendar/timetable.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { Ignored, JudgingBook, Verdict } from "../model/verdict.ts";
import { decide } from "./deciding.ts";
import { documentsSeen } from "./documents.ts";
import { knownOf, type Known } from "./known.ts";
import { reasonsOf } from "./reasons.ts";
import type { Request } from "./request.ts";
import { submissionOf } from "./submission.ts";
import { startedTerms } from "./terms.ts";

/** What a request is judged with, beside the plan. */
export interface Setting {
  /** The provider's zone; without one a time without offset is no instant, and nothing is due. */
  readonly zone?: ZoneTable | undefined;
  /** Days and hours of the provider in the request's channel. */
  readonly timetable?: Timetable | undefined;
  readonly rulebook: JudgingBook;
  readonly calendar?: { readonly id: string; readonly sha256: string } | undefined;
  /** What the border has already set aside, an unknown zone for one. */
  readonly ignored?: readonly Ignored[];
}

/** Kinds whose absence makes an admission one only as far as the rules at hand go. */
const WEIGHTY = new Set(["refusal", "document", "eligibility"]);

/** The verdict on a request that its schema has passed. */
export function check(plan: Plan, request: Request, setting: Setting): Verdict {
  const channel: ChannelPlan = plan.channels[request.channel];
  const { instant, isoDay } = submissionOf(request.submitted, setting.zone);
  const known = knownOf(plan, request, isoDay);
  const documents = documentsSeen(plan, channel, known);
  const { answer, facts } = decide(plan, channel, known);
  const notHeld = plan.book.notHeld ?? NOTHING;
  const verdict: Verdict = {
    verdict: answer,
    service: plan.book.id,
    channel: request.channel,
    submitted:
      instant === undefined || setting.zone === undefined
        ? request.submitted
        : isoInstant(setting.zone, instant),
    asFarAsRulesAtHandGo:
      answer === "admit" && notHeld.some(({ kinds }) => kinds.some((kind) => WEIGHTY.has(kind))),
    undetermined: facts,
    missingDocuments: documents.lacking,
    openFindings: openFindings(plan, channel, known),
    ignored: setting.ignored === undefined ? known.ignored : [...setting.ignored, ...known.ignored],
    notHeld,
    reasons: reasonsOf(plan, channel, known, documents),
    deadlines: startedTerms(channel, instant, setting.timetable),
    rulebook: setting.rulebook,
  };
  return setting.calendar === undefined ? verdict : Object.assign(verdict, { calendar: setting.calendar });
}

const NOTHING: readonly [] = [];

/** Findings that the channel's rules look at and nobody has asserted. */
const openFindings = (plan: Plan, channel: ChannelPlan, known: Known): string[] =>
  known.open.filter((slot) => channel.facts.includes(slot)).map((slot) => plan.facts[slot]?.id ?? "");
