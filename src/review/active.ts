import type { Decision } from "./decision.ts";

/** Decisions in the order in which they were made, each once, without those that were undone and without the undoing. */
export function activeDecisions(decisions: readonly Decision[]): Exclude<Decision, { action: "undo" }>[] {
  const ordered = inOrder(decisions);
  const void_ = new Set<string>();
  // From the last to the first, so that an undo that was itself undone has no effect.
  for (const decision of [...ordered].reverse())
    if (decision.action === "undo" && !void_.has(decision.id)) void_.add(decision.undoes);
  return ordered.filter(
    (decision): decision is Exclude<Decision, { action: "undo" }> =>
      decision.action !== "undo" && !void_.has(decision.id),
  );
}

/** By time; decisions of one instant keep the order of the file. Two people's files joined in any order give the same. */
function inOrder(decisions: readonly Decision[]): Decision[] {
  const once = new Map(decisions.map((decision) => [decision.id, decision]));
  return [...once.values()]
    .map((decision) => ({ decision, at: Date.parse(decision.at) }))
    .sort((a, b) => a.at - b.at)
    .map(({ decision }) => decision);
}
