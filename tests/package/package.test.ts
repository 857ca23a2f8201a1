import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testCallers } from "./callers.ts";
import { testCommands } from "./commands.ts";
import { testContent } from "./content.ts";
import { installPackage, lock, snapshot, type Installed } from "./installed.ts";

// Packing and installing takes longer than all that is then tested: one installation serves all of it.
let installed: Installed;
/** What `node_modules` held before anything was run. */
let before: string[];

beforeAll(() => {
  installed = installPackage();
  // Root writes all the same: what was written is looked for at the end as well.
  lock(join(installed.project, "node_modules"), true);
  before = snapshot(join(installed.project, "node_modules"));
}, 240_000);
afterAll(() => {
  lock(join(installed.project, "node_modules"), false);
  rmSync(installed.folder, { recursive: true, force: true });
});

describe("the package, packed and installed,", () => {
  testContent(() => installed);
  testCallers(() => installed);
  testCommands(() => installed);

  it("has nothing in node_modules that was not there before all this", () => {
    expect(before.length).toBeGreaterThan(100);
    expect(snapshot(join(installed.project, "node_modules"))).toEqual(before);
  });
});
