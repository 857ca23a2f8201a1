import type { Mapping } from "./mapping.ts";

/** Words of a log with what each is taken to mean. */
export type Meant = readonly (readonly [word: string, meaning: string | undefined])[];

/** Columns that no column of the log looks like. */
export function columnRemarks(columns: Partial<Mapping["columns"]>, isCase: boolean): string[] {
  const time = columns.start === undefined ? (["time"] as const) : [];
  const needed = isCase ? (["case"] as const) : (["case", "activity", ...time] as const);
  const missing = needed.filter((column) => columns[column] === undefined);
  return [
    ...missing.map((column) => `No column looks like the ${column}: name it under columns.`),
    ...(columns.channel === undefined
      ? [
          "No column looks like the channel: name it under columns, or the one channel under defaults. Without it, terms that differ by channel cannot be told.",
        ]
      : []),
    ...(columns.provider === undefined
      ? ["No column looks like the provider: name it under columns, or the one provider under defaults."]
      : []),
  ];
}

/** What becomes of a log none of whose values is a service that there is a rulebook for. */
export function serviceRemarks(
  column: string | undefined,
  values: Meant,
  known: readonly { readonly id: string }[],
): string[] {
  const [only] = known;
  if (known.length === 1 && only !== undefined)
    return [`Taken to be all about ${only.id}, the only rulebook.`];
  const ids = known.map(({ id }) => id).join(", ");
  return [
    column === undefined
      ? `No column looks like the service: name the one service under defaults. Known are: ${ids}.`
      : `Column ${JSON.stringify(column)} may be the service, but no rulebook is for ${quoted(values.map(([value]) => value))}: name it under columns and its values under services, or the one service under defaults. Known are: ${ids}.`,
  ];
}

/** Events that no activity, or more than one, stands for. */
export function eventRemarks(activities: Meant): string[] {
  const of = (event: string): string[] =>
    activities.flatMap(([word, meaning]) => (meaning === event ? [word] : []));
  const none = ["submitted", "result-issued"].filter((event) => of(event).length === 0);
  const events = [...new Set(activities.flatMap(([, meaning]) => (meaning === undefined ? [] : [meaning])))];
  return [
    ...none.map(
      (event) => `No activity looks like ${event}: without one, terms that need it are not judged.`,
    ),
    ...events
      .filter((event) => event !== "refused" && of(event).length > 1)
      .map(
        (event) => `Several activities are taken for ${event}: ${quoted(of(event))}. Keep those that are.`,
      ),
  ];
}

/** Activities that may suspend a case where none resumes it. */
export const suspensionRemarks = (meant: Meant): string[] =>
  listed(
    "May suspend a case, but nothing resumes it; left out, because such cases would never be late",
    meant.flatMap(([word, event]) => (event === "suspended" ? [word] : [])),
  );

/** Words of which something is to be said; nothing where there are none. */
export const listed = (what: string, words: readonly string[]): string[] =>
  words.length === 0 ? [] : [`${what}: ${quoted(words)}.`];

/** Words that mean nothing that we know. */
export const unmapped = (what: string, words: Meant): string[] =>
  listed(
    what,
    words.flatMap(([word, meaning]) => (meaning === undefined ? [word] : [])),
  );

/** Words in quotes, as many as are read. */
export const quoted = (words: readonly string[]): string =>
  words
    .slice(0, 100)
    .map((word) => JSON.stringify(word))
    .join(", ") + (words.length > 100 ? ", …" : "");
