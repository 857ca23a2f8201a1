import { OPS, type PDFPageProxy } from "unpdf/pdfjs";
import { rulesOf, type Operators } from "./draw-rules.ts";
import { textsOf, type Item } from "./draw-texts.ts";
import type { DrawnPage } from "./drawn-page.ts";

/** A page as a person sees it: turned as it says, measured from its top left corner. */
export async function drawPage(page: PDFPageProxy): Promise<DrawnPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const viewport = transform as readonly number[];
  // First, since it loads the fonts whose names tell what is bold.
  const operators = (await page.getOperatorList()) as Operators;
  const { items } = await page.getTextContent();
  const fonts = page.commonObjs as { has(id: string): boolean; get(id: string): unknown };
  const nameOf = (font: string): string => {
    const about = fonts.has(font) ? (fonts.get(font) as { readonly name?: string } | undefined) : undefined;
    return about?.name ?? "";
  };
  const drawn = {
    number: page.pageNumber,
    width,
    height,
    texts: textsOf(
      items.filter((item): item is typeof item & Item => "str" in item),
      viewport,
      nameOf,
    ),
    rules: rulesOf(operators, viewport),
    pictures: operators.fnArray.some((operator) => PICTURES.has(operator)),
  };
  page.cleanup();
  return drawn;
}

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
]);
