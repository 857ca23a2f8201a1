// Loaded before a server (`node --import`), makes its disk slow: whatever is to be safe on it takes as long as said.
import { open, rm, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";

const file = join(tmpdir(), `tarmaq-slow-${process.pid}`);
const handle = await open(file, "w");
const prototype = Object.getPrototypeOf(handle) as Record<"datasync" | "sync", FileHandle["sync"]>;
await handle.close();
await rm(file);
for (const name of ["datasync", "sync"] as const) {
  const quick = prototype[name];
  prototype[name] = async function slowly(this: FileHandle) {
    await after(Number(process.env["SLOW_DISK_MS"] ?? "0"));
    return quick.call(this);
  };
}
