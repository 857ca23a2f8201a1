/** Where a rule stands, as a lawyer cites it. */
export interface Cited {
  readonly cite: string;
  /** Of a provision of the general law: the citation in other languages than the law's. */
  readonly cites?: Readonly<Record<string, string>>;
}
