import type { LedgerEntry } from "../../model/ledger.ts";

/** An entry of the ledger as one flat object, for a line of JSON. */
export function ledgerRow(entry: LedgerEntry, file: string): Readonly<Record<string, unknown>> {
  const { path, cite, service, lines, spans, quote, account, rules, reason, risk } = entry;
  return {
    file: file.replace(/\.[^.]*$/, ""),
    path,
    cite,
    service,
    lines,
    spans,
    quote,
    account,
    rules,
    reason: reason ?? null,
    risk: risk ?? null,
  };
}
