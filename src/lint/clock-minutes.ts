/** `HH:MM` as minutes of the day; undefined for what is no time. */
export function clockMinutes(time: string | undefined): number | undefined {
  const parts = /^(\d{1,2}):(\d{2})$/u.exec(time ?? "");
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}

/** Minutes of the day as `HH:MM`. */
export const clockText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}`.padStart(2, "0") + `:${`${minutes % 60}`.padStart(2, "0")}`;
