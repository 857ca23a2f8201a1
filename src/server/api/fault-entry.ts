/** What the log says of a fault of ours: where in our code it arose. Its message stays out, for it may quote the request. */
export const faultEntry = (
  error: unknown,
): { readonly fault: string; readonly where: string | undefined } => ({
  fault: error instanceof Error ? error.name : "unknown",
  where:
    error instanceof Error
      ? error.stack
          ?.split("\n")
          .find((line) => line.trim().startsWith("at "))
          ?.trim()
      : undefined,
});
