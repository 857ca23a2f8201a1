/** Told as the audit goes on: which step of the work on which part of the log begins. */
export type Progress = (step: string, part: number, parts: number) => void;
