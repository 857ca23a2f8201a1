import { logFiles } from "../files/log-file.ts";
import { inOwnFolder } from "../files/own-folder.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";
import { servicesWithRules } from "../library/audit-order.ts";
import { openLibrary } from "../library/open-library.ts";
import { FORMATS } from "../log/formats.ts";
import { sampleOf } from "../log/sample-log.ts";
import { suggestMapping } from "../log/suggest-mapping.ts";
import type { Io } from "./command.ts";

/** Writes a proposal of a mapping, from what a log holds and the services that there are rulebooks for. */
export async function suggestMap(
  logs: readonly string[],
  rules: readonly string[] | undefined,
  io: Io,
): Promise<number> {
  return inOwnFolder(async (folder, stopped) => {
    const { names, rows, whole } = await sampleOf(logFiles(logs, FORMATS, folder), folder, stopped);
    const mapping = suggestMapping(rows, names, {
      whole,
      services: servicesWithRules(openLibrary({ rules: rules ?? rulebooksAtHand(io.cwd) })),
    });
    io.stdout.write(`${JSON.stringify(mapping, undefined, 2)}\n`);
    return 0;
  });
}
