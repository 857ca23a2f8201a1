import type { Passage } from "../../model/passage.ts";
import type { Provision } from "../../structure/provision.ts";
import { boundedPattern, type BoundedPattern } from "./bounded-pattern.ts";
import type { ProvisionPattern } from "./own-lint-file.ts";

/** A provision with those around it, the innermost first. */
export interface Placed {
  readonly node: Provision;
  readonly around: readonly Provision[];
}

/** Whether a provision is what a pattern says. */
export type Fits = (placed: Placed) => boolean;

/** Every provision of a tree, in reading order. */
export function placedIn(node: Provision, around: readonly Provision[] = []): readonly Placed[] {
  return [{ node, around }, ...(node.children ?? []).flatMap((child) => placedIn(child, [node, ...around]))];
}

/** The words of a provision that a pattern is held against, each by itself. */
export const wordsOf = ({ head, title, rowLabel, passage }: Provision): readonly Passage[] =>
  [head, title, rowLabel, passage].filter((words) => words !== undefined);

/** A pattern ready to be asked. Throws `PatternFault` where a regular expression of it is none. */
export function fitsOf(pattern: ProvisionPattern): Fits {
  const tests: Fits[] = [];
  const { type, path, matches, without, within, has, lacks, beside, alone } = pattern;
  if (type !== undefined) tests.push(({ node }) => type.includes(node.type));
  if (path !== undefined) {
    const { test } = boundedPattern(path);
    tests.push(({ node }) => test(node.path));
  }
  if (matches !== undefined) tests.push(says(boundedPattern(matches)));
  if (without !== undefined) tests.push(not(says(boundedPattern(without))));
  if (within !== undefined) {
    const fits = fitsOf(within);
    tests.push(({ around }) => around.some((node, at) => fits({ node, around: around.slice(at + 1) })));
  }
  if (has !== undefined) tests.push(below(fitsOf(has)));
  if (lacks !== undefined) tests.push(not(below(fitsOf(lacks))));
  if (beside !== undefined) tests.push(besides(fitsOf(beside)));
  if (alone !== undefined) tests.push(not(besides(fitsOf(alone))));
  return (placed) => tests.every((test) => test(placed));
}

const not =
  (fits: Fits): Fits =>
  (placed) =>
    !fits(placed);

const says =
  ({ test }: BoundedPattern): Fits =>
  ({ node }) =>
    wordsOf(node).some(({ text }) => test(text));

const below =
  (fits: Fits): Fits =>
  ({ node, around }) =>
    (node.children ?? []).some((child) => placedIn(child, [node, ...around]).some(fits));

const besides =
  (fits: Fits): Fits =>
  ({ node, around }) => {
    const [parent] = around;
    return (parent?.children ?? []).some((other) => other !== node && fits({ node: other, around }));
  };
