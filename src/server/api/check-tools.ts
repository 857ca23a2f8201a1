import type { DecisionLog } from "../../store/decision-log.ts";
import type { Judge } from "./judged.ts";
import type { Metrics } from "./metrics.ts";
import type { Tracing } from "./tracing.ts";

/** What the check routes work with. */
export interface CheckTools {
  readonly judge: Judge;
  readonly metrics: Metrics;
  readonly decisions: DecisionLog | undefined;
  /** Tells of judging to whoever traces it. */
  readonly tracing?: Tracing | undefined;
}
