import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { brought, type Installed } from "./installed.ts";
import { loadedBy } from "./loaded.ts";

const BUILT_IN = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** Tests of what the package consists of. */
export function testContent(installed: () => Installed): void {
  const textOf = (path: string): string => readFileSync(brought(installed(), path), "utf8");

  describe("what is packed", () => {
    it("is the bundle with its types and notices, the law, the schemas and the examples, and nothing else", () => {
      const tops = new Set(installed().files.map((path) => path.split("/")[0]));
      expect([...tops].sort()).toEqual(
        [
          "LICENSE",
          "README.md",
          "corpus",
          "dist",
          "docs",
          "examples",
          "package.json",
          "rules",
          "schemas",
        ].sort(),
      );
      expect(installed().files).toContain("dist/THIRD-PARTY-NOTICES.txt");
      expect(installed().files.filter((path) => /\.map$|(?<!\.d)\.ts$/.test(path))).toEqual([]);
    });

    it("points to no source map", () => {
      const scripts = installed().files.filter((path) => path.endsWith(".js"));
      const pointing = scripts.filter((path) => textOf(path).includes("sourceMappingURL="));
      expect(scripts.length).toBeGreaterThan(10);
      expect(pointing).toEqual([]);
    });

    it("brings the licence of every package that is bundled", () => {
      const notices = textOf("dist/THIRD-PARTY-NOTICES.txt");
      const bundled = new Set(
        installed()
          .files.filter((path) => path.endsWith(".js"))
          .flatMap((path) => [
            ...textOf(path).matchAll(/^\/\/ .*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gmu),
          ])
          .map(([, name]) => name ?? ""),
      );
      expect(bundled.size).toBeGreaterThan(20);
      const missing = [...bundled].filter((name) => !notices.includes(`\n${name} `));
      expect(missing).toEqual([]);
    });

    it("needs the packages that it imports, and brings no other but json-rules-engine", () => {
      const { dependencies } = JSON.parse(textOf("package.json")) as { dependencies: Record<string, string> };
      const scripts = installed()
        .files.filter((path) => /^dist\/[^/]*\.js$/.test(path))
        .map(textOf);
      const imported = scripts.flatMap((text) =>
        ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName),
      );
      const own = imported.filter((name) => !name.startsWith(".") && !BUILT_IN.has(name));
      expect([...new Set([...own, "json-rules-engine"])].sort()).toEqual(Object.keys(dependencies).sort());
    });
  });

  describe("importing", () => {
    const READER = ["ingest", "repair", "structure", "extract", "reading.ts", "npm:unified"];
    const JUDGING = ["check", "compile", "form", "rulebook"];
    const AUDIT = ["audit", "log", "engine", "npm:@duckdb/node-api"];
    const PROGRAM = ["cli", "server", "web", "npm:commander", "npm:fastify"];

    it.each([
      ["calendar", ["calendar"], [...READER, "language", ...JUDGING, ...AUDIT]],
      ["read", ["extract"], ["check", "compile", "form", ...AUDIT]],
      ["check", ["check"], [...READER, ...AUDIT]],
      ["audit", ["audit"], READER],
      ["index", ["check"], AUDIT],
    ])("%s loads what it needs and no more", (entry, needed, spared) => {
      const loaded = loadedBy(brought(installed(), `dist/${entry}.js`));
      expect(needed.filter((room) => !loaded.has(room))).toEqual([]);
      expect([...spared, ...PROGRAM].filter((room) => loaded.has(room))).toEqual([]);
    });
  });
}
