import type { Outcome } from "../../model/finding.ts";
import type { TextRead } from "../text-format.ts";

/** Words as a page draws them in one go. Lengths are points from the page's top left corner, as a person sees it. */
export interface DrawnText {
  readonly text: string;
  /** Where its first letter begins, and the line it stands on. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A blank stands before it, drawn or not. */
  readonly spaced: boolean;
  /** It does not run from left to right: a stamp across the page, a narrow column's head. */
  readonly turned: boolean;
}

/** A drawn line, horizontal (`top` = `bottom`) or vertical (`left` = `right`). */
export interface DrawnRule {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page: its words and rules in the order in which it draws them. */
export interface DrawnPage {
  /** The first is 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
  readonly rules: readonly DrawnRule[];
  /** Pictures are drawn on it. */
  readonly pictures: boolean;
}

/** What the thread that reads tells: the number of pages, that it has come to the end of one, and what came of it. */
export type Told =
  | { readonly is: "opened"; readonly pages: number }
  | { readonly is: "page"; readonly marks: number; readonly letters: number }
  | { readonly is: "read"; readonly text: Outcome<TextRead> }
  | { readonly is: "password" }
  | { readonly is: "broken"; readonly why: string };
