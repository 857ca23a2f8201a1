import type { Finding, Outcome } from "../model/finding.ts";
import type { TextRead } from "./text-format.ts";

/** What is known of a file that cannot be read: no text, and the reason as a finding of severity `error`. */
export const refused = (file: string, code: string, details: Finding["details"] = {}): Outcome<TextRead> => ({
  value: { content: "", format: "text", layout: "indents", blocks: [] },
  findings: [{ code, severity: "error", where: { in: "file", file }, details }],
});
