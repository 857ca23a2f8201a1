import { expect, it } from "vitest";
import { locator, type Located } from "../../src/model/locator.ts";
import type { SourcePlace } from "../../src/model/source-place.ts";
import { sarifLocation, sarifPlace } from "../../src/report/sarif-location.ts";

const content = "1. Бірінші.\n2. Екінші.\n";
const cited = { path: "clause-2", spans: [{ start: 12, end: 22 }] };
const inFile = (place: SourcePlace): ((offset: number) => Located) =>
  locator(content, [{ at: { start: 0, end: content.length }, place }]);

it("words of a text stand in its lines and columns", () => {
  const { physicalLocation, message } = sarifLocation(cited, "act.txt", locator(content, []), "en");
  expect(physicalLocation?.region).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 11 });
  expect(message).toBeUndefined();
  expect(sarifPlace(cited, locator(content, []), "en")).toBe("");
});

it.each<readonly [SourcePlace, string]>([
  [{ in: "docx", paragraph: 7 }, "paragraph 7"],
  [{ in: "docx", paragraph: 9, table: { table: 1, row: 2, cell: 3 } }, "table 1, row 2, cell 3"],
  [{ in: "pdf", page: 3, box: { x: 70, y: 72, width: 100, height: 12 } }, "page 3, 3 cm from the top"],
  [{ in: "html", element: "#z12" }, "#z12"],
])("of a file without lines the place is told, and no line: %j", (place, words) => {
  const location = sarifLocation(cited, "act", inFile(place), "en");
  expect(location.physicalLocation).toEqual({ artifactLocation: { uri: "act" } });
  expect(location.message?.text).toBe(words);
  expect(location.properties).toEqual({ place });
  expect(location.logicalLocations?.map(({ fullyQualifiedName }) => fullyQualifiedName)).toEqual(
    place.in === "html" ? ["clause-2", "#z12"] : ["clause-2"],
  );
  expect(sarifPlace(cited, inFile(place), "en")).toBe(`${words}: `);
});
