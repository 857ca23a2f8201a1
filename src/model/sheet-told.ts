/** What became of a sheet of a workbook. */
export interface SheetTold {
  readonly sheet: string;
  /** Read; not read because it is hidden, because it has other columns than the mapping names, or because nothing is in it. */
  readonly is: "read" | "hidden" | "other-columns" | "empty";
  /** Rows below the heading. */
  readonly rows: number;
  /** Those of them that people do not see: they are read like the others. */
  readonly hiddenRows: number;
}
