import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

/** A mark that should end its item stands before the words of a link: `2) ;"Дәрігердің қабылдауына жазылу"`. */
const MARK = /(?:^|(?<=[\s)"»]))[;.:](?=["«\p{L}])/u;
const ENDS = /[.;:,!?][)"»]*$/u;
const INSIDE = /[.;:][\s)"»]/u;

/** Puts a mark back to the end of its paragraph, before which the words of a link have been moved. */
export const restoreDisplacedMarks: Repair = {
  id: "restore-displaced-marks",
  find: (content, { blocks }) =>
    blocks.flatMap((block): Edit[] => {
      if (block.kind !== "paragraph") return [];
      const text = content.slice(block.span.start, block.span.end);
      const mark = MARK.exec(text);
      if (mark === null || ENDS.test(text) || INSIDE.test(text.slice(mark.index + 1))) return [];
      const at = { start: block.span.start + mark.index, end: block.span.start + mark.index + 1 };
      const end = { start: block.span.end, end: block.span.end };
      return [
        { kind: "restore-displaced-marks", at: end, by: mark[0], movedFrom: at },
        { kind: "restore-displaced-marks", at, by: "", movedTo: end },
      ];
    }),
  examples: [
    ['      2) ;"Дәрігердің қабылдауына жазылу"', '2) "Дәрігердің қабылдауына жазылу";'],
    ['      беру" ;қызмет регламенті', 'беру" қызмет регламенті;'],
    ["      1) бірінші; 2) екінші", "1) бірінші; 2) екінші"],
    ["      www.egov.kz порталы", "www.egov.kz порталы"],
  ],
};
