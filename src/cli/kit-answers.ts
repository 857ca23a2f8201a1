import { kitAnswer, readKitAnswers } from "../files/read-kit.ts";
import { logFiles } from "../files/log-file.ts";
import { inOwnFolder } from "../files/own-folder.ts";
import { csv } from "../log/csv.ts";
import { FORMATS } from "../log/formats.ts";
import type { KitAnswer } from "../model/kit.ts";
import { Trouble } from "../model/trouble.ts";

/** A system's answers in a file, JSON Lines or CSV, as its beginning tells. Throws `Trouble` that names the line. */
export const answersIn = (path: string): Promise<KitAnswer[]> =>
  inOwnFolder(async (folder) => {
    const [file] = logFiles([path], FORMATS, folder);
    if (file === undefined) return [];
    if (/^\s*\{/.test(new TextDecoder().decode(file.head()))) return readKitAnswers(path);
    const answers: KitAnswer[] = [];
    let columns: readonly string[] = [];
    for await (const part of csv.open(file, {})(() => undefined))
      for (const found of part) {
        if ("columns" in found) columns = headed(found.columns, path);
        else if ("fields" in found) answers.push(answerOf(found.fields, columns, path, found.row));
        else if ("refused" in found) throw broken(path, found.row);
      }
    return answers;
  });

function headed(columns: readonly string[], file: string): readonly string[] {
  const told = columns.map((name) =>
    name
      .replace(/^\uFEFF/, "")
      .trim()
      .toLowerCase(),
  );
  if (told.includes("case")) return told;
  throw new Trouble('has no column "case"', {
    file,
    place: "line 1",
    wayOut: "The columns are case, verdict, missing, grounds, due; or hand in JSON Lines.",
  });
}

/** A row as an answer: lists have `;` between them, papers of which one is enough `|`; `none`: the term does not start. */
function answerOf(
  fields: readonly (string | null | undefined)[],
  columns: readonly string[],
  file: string,
  line: number,
): KitAnswer {
  const of = (name: string): string | undefined => {
    const at = columns.indexOf(name);
    return at < 0 ? undefined : (fields[at]?.trim() ?? "");
  };
  const [verdict, missing, grounds, due] = ["verdict", "missing", "grounds", "due"].map(of);
  const isVerdict = verdict !== undefined && verdict !== "";
  const listed = (text: string): string[] => text.split(";").flatMap((each) => each.trim() || []);
  const told = {
    case: of("case") ?? "",
    ...(isVerdict ? { verdict } : {}),
    ...(isVerdict && missing !== undefined
      ? { missing: listed(missing).map((group) => group.split("|")) }
      : {}),
    ...(isVerdict && grounds !== undefined ? { grounds: listed(grounds) } : {}),
    ...(due === undefined || due === "" ? {} : { due: due === "none" ? null : due }),
  };
  try {
    return kitAnswer(told);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new Trouble(error.message, { ...error.at, file, place: `line ${line}` });
  }
}

const broken = (file: string, line: number): Trouble =>
  new Trouble("cannot be read as a row", {
    file,
    place: `line ${line}`,
    wayOut: "A cell with a quote, a comma or the end of a line in it stands between quotes.",
  });
