/**
 * Draws a PDF in a thread of its own (`draw-pages.ts`), which can be ended: a file may be made so that a reader of it
 * never comes to an end, or fills the memory.
 */
import { parentPort, workerData } from "node:worker_threads";
import "./old-engines.ts";
import type { Told } from "./drawn-page.ts";

const tell = (told: Told): void => {
  parentPort?.postMessage(told);
};

// What pdf.js cannot read of a page it leaves out and only warns of: half a page must not pass for a whole one.
let lost: string | undefined;
console.warn = (warning: unknown) => {
  if (/getOperatorList|getTextContent/u.test(String(warning))) lost ??= String(warning);
};
console.log = () => undefined;
console.info = () => undefined;

/** The most that one picture may hold; pictures are not looked at. */
const PICTURE_BYTES = 64 * 1024 * 1024;

const { getDocument } = await import("unpdf/pdfjs");
const { drawPage } = await import("./draw-page.ts");
try {
  const document = await getDocument({
    data: workerData as Uint8Array,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: PICTURE_BYTES,
    verbosity: 1,
  }).promise;
  tell({ is: "opened", pages: document.numPages });
  for (let number = 1; number <= document.numPages && lost === undefined; number += 1)
    tell({ is: "page", page: await drawPage(await document.getPage(number)) });
  tell(lost === undefined ? { is: "done" } : { is: "broken", why: lost });
} catch (error) {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  tell(name === "PasswordException" ? { is: "password" } : { is: "broken", why: message });
}
parentPort?.close();
