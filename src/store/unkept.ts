/** Something could not be kept where it is to be: nobody may be told that it was. */
export class Unkept extends Error {
  /**
   * `place`: what could not be written, `reason`: the system's name for why (`ENOSPC`). Neither says anything of a request,
   * and no password is in them.
   */
  constructor(
    readonly place: string,
    readonly reason: string,
  ) {
    super(`${place} cannot be written: ${told(reason)}`);
  }
}

const told = (reason: string): string =>
  REASONS[reason] === undefined ? reason : `${reason}, ${REASONS[reason]}`;

const REASONS: Readonly<Partial<Record<string, string>>> = {
  ENOSPC: "no space is left on the device",
  EDQUOT: "the quota of the disk is used up",
  EROFS: "the file system is read-only",
  EACCES: "it is not permitted",
  EIO: "the device reports a fault",
  EMFILE: "too many files are open",
  ENOENT: "the folder is not there",
};

/** The name that the system, or a driver, gives to why something failed. */
export function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "unknown";
}
