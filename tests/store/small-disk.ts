import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder whose disk can be filled to the last byte, and freed. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes of room. */
  readonly fill: (left: number) => void;
  readonly free: () => void;
  readonly end: () => void;
}

/** A file system of its own in memory; undefined where this process may mount none. */
export function mountedDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-small-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filler = join(folder, "filler");
  const free = (): void => {
    rmSync(filler, { force: true });
  };
  return {
    folder,
    fill(left) {
      const file = openSync(filler, "w");
      try {
        for (;;) writeSync(file, Buffer.alloc(4096));
      } catch {
        closeSync(file);
      }
      truncateSync(filler, statSync(filler).size - left);
    },
    free,
    end() {
      spawnSync("umount", [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same pretended: writers put as much into their files as there is room, then fail as on a full disk. */
export async function pretendedDisk(): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-small-"));
  const probe = await open(join(folder, "probe"), "w");
  const kind = Object.getPrototypeOf(probe) as { appendFile: (data: Uint8Array) => Promise<void> };
  await probe.close();
  rmSync(join(folder, "probe"));
  const own = kind.appendFile;
  let room = Number.POSITIVE_INFINITY;
  kind.appendFile = async function (this: unknown, data) {
    const taken = data.subarray(0, room);
    room -= taken.length;
    await own.call(this, taken);
    if (taken.length < data.length)
      throw Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" });
  };
  return {
    folder,
    fill: (left) => void (room = left),
    free: () => void (room = Number.POSITIVE_INFINITY),
    end() {
      kind.appendFile = own;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
