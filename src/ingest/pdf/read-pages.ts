import "./old-engines.ts";
import type { Told } from "./drawn-page.ts";
import { partsOf, type PageParts } from "./page-parts.ts";
import { textOfPages } from "./text-of-pages.ts";

/** The most that one picture may hold; pictures are not looked at. */
const PICTURE_BYTES = 64 * 1024 * 1024;

/** What pdf.js cannot read of a page it leaves out and only warns of: half a page must not pass for a whole one. */
const lost: string[] = [];
console.warn = (warning: unknown) => {
  if (/getOperatorList|getTextContent/u.test(String(warning))) lost.push(String(warning));
};
console.log = () => undefined;
console.info = () => undefined;

/**
 * Reads a PDF: draws its pages, one after another, and sets out what stands on them as one text. Tells of every step, so
 * that who waits can see that it goes on; never throws. pdf.js warns on the console, which is listened to: no other than
 * this may be at work in the thread.
 */
export async function readPages(bytes: Uint8Array, file: string, tell: (told: Told) => void): Promise<void> {
  lost.length = 0;
  const { getDocument } = await import("unpdf/pdfjs");
  const { drawPage } = await import("./draw-page.ts");
  try {
    const document = await getDocument({
      data: bytes,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: PICTURE_BYTES,
      verbosity: 1,
    }).promise;
    tell({ is: "opened", pages: document.numPages });
    const pages: PageParts[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = partsOf(await drawPage(await document.getPage(number)));
      const [why] = lost;
      if (why !== undefined) {
        tell({ is: "broken", why });
        return;
      }
      pages.push(page);
      tell({ is: "page", ...sizeOf(page) });
    }
    tell({ is: "read", text: textOfPages(pages, file) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
    tell(name === "PasswordException" ? { is: "password" } : { is: "broken", why: message });
  }
}

const sizeOf = ({
  page: { texts, rules },
}: PageParts): { readonly marks: number; readonly letters: number } => ({
  marks: texts.length + rules.length,
  letters: texts.reduce((sum, { text }) => sum + text.length, 0),
});
