import type { DeadlineRule } from "../model/rule.ts";
import { beginnings, shared } from "./alike.ts";
import { byService, citeRule } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import { itemNumber, processesOf, type Process } from "./processes.ts";

/** From here on what two lists tell under one number is one step. */
const SAME = 0.25;
/** From here on two that agree show that both lists are of one process. */
const ALIKE = 0.6;
/** So many steps of two processes must agree before the others are told to differ. */
const AGREE = 2;
/** So many processes one is held against. */
const HELD_AGAINST = 8;

/** One step that two lists of a regulation, or its list and its table, give two lengths. */
export const stepWithTwoTerms: Lint = {
  code: "step-with-two-terms",
  severity: "warning",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const processes = processesOf(rules);
      return processes.flatMap((one, index) =>
        processes.slice(index + 1, index + 1 + HELD_AGAINST).flatMap((other) =>
          differing(one, other).map(([first, second]): Found => ({
            at: citeRule(draft, second),
            beside: citeRule(draft, first),
            details: { one: lengthText(second), other: lengthText(first) },
          })),
        ),
      );
    }),

  examples: {
    must: [
      {
        rules: [
          item(5, 1, "құжаттарды қабылдайды және тіркейді", 15),
          item(5, 2, "құжаттарды қарайды", 30),
          item(5, 3, "нәтижені береді", 30),
          item(7, 1, "құжаттарды қабылдайды және тіркейді", 20),
          item(7, 2, "құжаттарды қарайды", 30),
          item(7, 3, "нәтижені береді", 30),
        ],
      },
      { in: "ru", rules: [...list("регистрирует документы", 30, 30, 30), ...table(30, 30, 20)] },
    ],
    mustNot: [
      { in: "ru", rules: [...list("регистрирует документы", 30, 30, 30), ...table(30, 30, 30)] },
      { in: "ru", rules: [...list("регистрирует документы", 30, 30, 30), ...table(10, 15, 20)] },
      {
        rules: [
          item(5, 1, "құжаттарды қабылдайды және тіркейді", 15),
          item(5, 2, "құжаттарды қарайды", 30),
          item(5, 3, "нәтижені береді", 30),
          item(7, 1, "портал арқылы пароль енгізеді", 1),
          item(7, 2, "құжаттарды қарайды", 30),
          item(7, 3, "нәтижені береді", 30),
        ],
      },
    ],
  },
};

/** Steps of two processes that are one step and take another time: by the number of the item, or by their order in list and table. */
function differing(one: Process, other: Process): readonly (readonly [DeadlineRule, DeadlineRule])[] {
  // Lists of one clause are for different cases: in person, by telephone, for a renewal.
  if (one.within === other.within) return [];
  const pairs = one.of === "list" && other.of === "list" ? ofOneNumber(one, other) : inOrder(one, other);
  const alike = pairs.filter(
    ([first, second]) =>
      lengthText(first) === lengthText(second) &&
      (one.of !== other.of || sharedWords(first, second) >= ALIKE),
  ).length;
  const differ = pairs.filter(([first, second]) => lengthText(first) !== lengthText(second));
  return alike >= AGREE && differ.length < alike ? differ : [];
}

function ofOneNumber(one: Process, other: Process): readonly (readonly [DeadlineRule, DeadlineRule])[] {
  const theirs = new Map(other.steps.map((step) => [itemNumber(step), step]));
  return one.steps.flatMap((step) => {
    const same = theirs.get(itemNumber(step));
    if (same === undefined || sharedWords(step, same) < SAME) return [];
    return [[step, same] as const];
  });
}

function inOrder(one: Process, other: Process): readonly (readonly [DeadlineRule, DeadlineRule])[] {
  if (one.of === other.of || one.steps.length !== other.steps.length) return [];
  return one.steps.flatMap((step, index) => {
    const same = other.steps[index];
    return same === undefined ? [] : [[step, same] as const];
  });
}

const sharedWords = (one: DeadlineRule, other: DeadlineRule): number =>
  shared(beginnings(quote(one)), beginnings(quote(other)));

const quote = ({ source }: DeadlineRule): string => source?.quote ?? "";

const lengthText = ({ amount, unit }: DeadlineRule): string =>
  unit === "same-day" ? unit : `${amount} ${unit}`;

function step(path: string, amount: number, words: string): Partial<DeadlineRule> {
  const source = { file: "f", sha256: "", spans: [], lines: [1, 1] as const, quote: words };
  return { kind: "deadline", subject: "step", path, amount, unit: "minute", source };
}

function item(clause: number, number: number, words: string, amount: number): Partial<DeadlineRule> {
  return step(`a/clause-${clause}/item-${number}`, amount, words);
}

function list(words: string, ...amounts: readonly number[]): readonly Partial<DeadlineRule>[] {
  return amounts.map((amount, index) => item(6, index + 1, words, amount));
}

function table(...amounts: readonly number[]): readonly Partial<DeadlineRule>[] {
  return amounts.map((amount, index) => step(`a/annex-1/table/row-5/cell-${index + 1}`, amount, "="));
}
