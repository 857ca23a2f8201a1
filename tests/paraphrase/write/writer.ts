import type { Act } from "../act.ts";
import type { Random } from "../random.ts";
import type { Sheet } from "./sheet.ts";

/** One way of writing an act down. */
export interface Writer {
  readonly id: string;
  /** How the file is called that holds it. */
  readonly ending: "md" | "txt";
  readonly write: (act: Act, random: Random) => Sheet;
}
