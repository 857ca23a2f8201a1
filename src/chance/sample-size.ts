import { deviationsFor, hypergeometricNone } from "./chance.ts";

/** The share of which a sample tells least. */
const WIDEST = 0.5;

/**
 * How many of so many cases have to be looked at for a share to be told to within so much (Cochran 1977, with the
 * correction for cases that are not endless).
 */
export function sizeForShare(cases: number, confidence: number, within: number): number {
  if (cases <= 0) return 0;
  const endless = (deviationsFor(confidence) ** 2 * WIDEST * (1 - WIDEST)) / within ** 2;
  return Math.min(cases, Math.ceil(endless / (1 + (endless - 1) / cases)));
}

/**
 * How many of so many cases have to be looked at so that, where none of them is wrong, it is this sure that no more than
 * this share of all is (discovery sampling, hypergeometric).
 */
export function sizeForNone(cases: number, confidence: number, share: number): number {
  const wrong = Math.ceil(cases * share);
  if (wrong === 0 || cases === 0) return cases;
  let [least, most] = [1, cases];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (hypergeometricNone(cases, wrong, middle) <= 1 - confidence) most = middle;
    else least = middle + 1;
  }
  return least;
}
