import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { Database } from "../../src/engine/database.ts";

/** A small database for the tests of a `describe`, in a folder that goes with it; asked for inside a test. */
export function ownDatabase(): () => Database {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-database-"));
  let database: Database | undefined;
  beforeAll(async () => {
    database = await Database.open({ memory: "500MB", threads: 1, folder });
  });
  afterAll(() => {
    database?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (database === undefined) throw new Error("The database is open in tests only.");
    return database;
  };
}
