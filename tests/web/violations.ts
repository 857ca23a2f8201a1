import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe has against a page as it is shown: each rule, with the first element that breaks it. */
export async function violations(page: Page): Promise<string[]> {
  // The page's own policy forbids scripts but its own: this one comes in by the debugger.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: { run: () => Promise<Found> } }).axe.run();
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} ${nodes[0]?.failureSummary ?? ""}`,
    );
    interface Found {
      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
    }
  });
}
