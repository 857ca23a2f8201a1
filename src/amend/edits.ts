/** New words in the place of a stretch of a text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  /** The number of the instruction. */
  readonly instruction: number;
  /** A provision is given anew or taken out, words within it are changed, or they are changed wherever they stand. */
  readonly of: "whole" | "words" | "everywhere";
}

/** Edits of one text, none of which may touch what another has changed. */
export class Edits {
  #edits: TextEdit[] = [];

  /** Takes edits, all or none; what is changed everywhere gives way to a provision given anew. */
  add(edits: readonly TextEdit[]): boolean {
    const fitting = edits.filter(
      (edit) =>
        edit.of !== "everywhere" ||
        !this.#edits.some((other) => other.of === "whole" && overlap(edit, other)),
    );
    const kept = this.#edits.filter(
      (other) =>
        other.of !== "everywhere" || !fitting.some((edit) => edit.of === "whole" && overlap(edit, other)),
    );
    if (fitting.some((edit) => kept.some((other) => overlap(edit, other)))) return false;
    this.#edits = [...kept, ...fitting];
    return true;
  }

  applied(text: string): string {
    const order = this.#edits.map((edit, index) => ({ edit, index }));
    order.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
    let [made, from] = ["", 0];
    for (const { edit } of order) {
      made += text.slice(from, edit.start) + edit.by;
      from = Math.max(from, edit.end);
    }
    return made + text.slice(from);
  }
}

/** Whether two stretches share something; what is put in at the edge of another shares nothing with it. */
function overlap(one: TextEdit, other: TextEdit): boolean {
  if (one.start === one.end && other.start === other.end) return false;
  return one.start < other.end && other.start < one.end;
}
