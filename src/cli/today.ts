import { dayOfInstant, type Day } from "../calendar/day.ts";
import type { Io } from "./command.ts";

/** The day on which a command runs, for those who ask without a day. */
export const today = ({ now }: Pick<Io, "now">): Day => dayOfInstant(now());
