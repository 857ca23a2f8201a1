import type { Subject } from "../model/rule.ts";

/** Events of a log that the subject alone decides. */
export function eventsOf(subject: Subject): { fromEvent?: string; toEvent?: string } {
  switch (subject) {
    case "service":
      return { fromEvent: "submitted", toEvent: "result-issued" };
    case "waiting":
      return { fromEvent: "arrived", toEvent: "submitted" };
    case "complaint":
      return { fromEvent: "complaint-filed", toEvent: "complaint-answered" };
    default:
      return {};
  }
}
