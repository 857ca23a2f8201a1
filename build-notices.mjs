// What the licences of bundled packages ask for: their texts, put together from what esbuild says it has bundled.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** For packages that name their licence and bring no text of it. */
const TEXTS = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
};

/** The text of the notices for all packages that have given code to these builds. */
export function thirdPartyNotices(metafiles) {
  const bundled = new Map();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = bytesInOutput > 0 ? packageOf(file) : undefined;
        if (folder !== undefined)
          bundled.set(folder, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
      }
  const notices = [...bundled].map(([folder, about]) => [
    `${about.name} ${about.version}`,
    noticeOf(folder, about),
  ]);
  // Two places may hold the same version.
  const all = [...new Map(notices).values()].sort((a, b) => (a < b ? -1 : 1));
  return `The program is bundled with the packages below, each under the licence that stands with it.\n\n${all.join("\n")}`;
}

/** The folder of the package that a bundled file belongs to; undefined for our own. */
function packageOf(file) {
  if (!/(?:^|[/\\])node_modules[/\\]/.test(file)) return undefined;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const about = join(folder, "package.json");
    // Packages have files of that name inside as well, which only say that what is there are modules.
    if (existsSync(about) && JSON.parse(readFileSync(about, "utf8")).version !== undefined) return folder;
  }
}

function noticeOf(folder, { name, version, license, author }) {
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const told = texts.length > 0 ? texts : [ownText(`${name} ${version}`, license, author)];
  const line = "=".repeat(80);
  return `${line}\n${name} ${version}${license === undefined ? "" : ` (${license})`}\n${line}\n\n${told.join("\n\n")}\n`;
}

function ownText(name, license, author) {
  const by = typeof author === "string" ? author : author?.name;
  if (TEXTS[license] === undefined || by === undefined)
    throw new Error(`${name} brings no text of its licence (${license}): write it into build-notices.mjs`);
  return `Copyright (c) ${by}\n\n${TEXTS[license]}`;
}
