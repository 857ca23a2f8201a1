import { basename } from "node:path";
import { stemOf } from "../files/acts-folder.ts";
import { aboutOf } from "../files/read-about.ts";
import type { About } from "../model/about.ts";
import { folderName } from "./act-name.ts";

/** What names an act in ids and folders, without reading its text. */
export const actId = (path: string): string => idOf(path, aboutOf(path));

/** The same where what is known of its file has been read. */
export const idOf = (path: string, about: About | undefined): string =>
  about?.id ?? folderName(stemOf(basename(path)));
