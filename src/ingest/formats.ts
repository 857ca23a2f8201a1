import { docx } from "./docx/docx.ts";
import { html } from "./html/html.ts";
import { letters } from "./letters.ts";
import { otherKinds } from "./other-kinds.ts";
import type { FileFormat } from "./text-format.ts";

/** Every format of files. A file is in the first that tells so; the last tells so of any. */
export const FORMATS: readonly FileFormat[] = [docx, otherKinds, html, letters];
