/** What is called of jstat, which brings no types. */
declare module "jstat" {
  interface Jstat {
    /** Regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number | false;
    /** Its inverse: the x of which I_x(a, b) is p. */
    ibetainv(p: number, a: number, b: number): number;
    /** Regularised lower incomplete gamma function P(a, x). */
    lowRegGamma(a: number, x: number): number;
    /** Natural logarithm of the gamma function. */
    gammaln(x: number): number;
    readonly normal: { inv(p: number, mean: number, deviation: number): number };
  }
  const jstat: { readonly jStat: Jstat };
  export default jstat;
}
