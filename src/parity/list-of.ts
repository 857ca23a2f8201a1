/** The clause or row that a provision stands in with others, whose sentence it shares; the provision itself where it stands in none. */
export function listOf(path: string): string {
  const steps = path.split("/");
  const at = steps.findIndex((step) => /^(?:clause|row)-/u.test(step));
  return steps.slice(0, at < 0 ? steps.length : at + 1).join("/");
}
