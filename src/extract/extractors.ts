import { channel } from "./channel.ts";
import { cutoff } from "./cutoff.ts";
import { deadline } from "./deadline.ts";
import { document } from "./document.ts";
import { eligibility } from "./eligibility.ts";
import type { Extractor } from "./extractor.ts";
import { fee } from "./fee.ts";
import { form } from "./form.ts";
import { hours } from "./hours.ts";
import { refusal } from "./refusal.ts";
import { rollover } from "./rollover.ts";

/** Every extractor, in the order of the kinds. To add one is to add a file and a line here. */
export const EXTRACTORS: readonly Extractor[] = [
  deadline,
  hours,
  cutoff,
  rollover,
  document,
  eligibility,
  refusal,
  fee,
  channel,
  form,
];
