import type { LedgerEntry, Seen } from "../../model/ledger.ts";
import type { Candidate } from "../../model/rule.ts";

/**
 * An entry of the ledger as one flat object, for a line of JSON; `dismissed` and `taken` (ids of rules) are what people have
 * made of unread words, null where nothing is known of that. `beside` are rules that the other language's text alone has here.
 */
export function ledgerRow(
  entry: LedgerEntry,
  file: string,
  seen?: Seen,
  beside?: readonly Candidate[],
): Readonly<Record<string, unknown>> {
  const { path, cite, service, lines, place, spans, quote, account, rules, reason, risk } = entry;
  return {
    file: file.replace(/\.[^.]*$/, ""),
    path,
    cite,
    service,
    lines,
    ...(place === undefined ? {} : { place }),
    spans,
    quote,
    account,
    rules,
    reason: reason ?? null,
    risk: risk ?? null,
    dismissed: orNull(
      seen?.dismissed.map(({ by, at, reason, why }) => ({
        by,
        at,
        ...(reason !== undefined && { reason }),
        why,
      })),
    ),
    taken: orNull(seen?.rules),
    ...(beside === undefined ? {} : { twin: beside.map(twinRule) }),
  };
}

/** A rule that the text in the other language has here. */
const twinRule = ({ id, kind, cite, source: { file, lines, quote } }: Candidate): object => ({
  id,
  kind,
  cite,
  file,
  lines,
  quote,
});

const orNull = <T>(list: readonly T[] | undefined): readonly T[] | null =>
  list === undefined || list.length === 0 ? null : list;
