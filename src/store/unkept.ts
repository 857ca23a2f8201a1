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
    super(`${place} cannot be written: ${toldOf(reason)}`);
  }

  /** The reason in words. */
  get told(): string {
    return toldOf(this.reason);
  }
}

/** What was thrown where something was to be kept at a place. */
export const unkeptBy = (error: unknown, place: string): Unkept =>
  error instanceof Unkept ? error : new Unkept(place, reasonOf(error));

const toldOf = (reason: string): string =>
  REASONS[reason] === undefined ? reason : `${reason} (${REASONS[reason]})`;

const REASONS: Readonly<Partial<Record<string, string>>> = {
  ENOSPC: "no space is left on the device",
  EDQUOT: "the quota of the disk is used up",
  EROFS: "the file system is read-only",
  EACCES: "it is not permitted",
  EIO: "the device reports a fault",
  EMFILE: "too many files are open",
  ENOENT: "the folder is not there",
  ECONNREFUSED: "nobody answers there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the name of the host cannot be looked up",
  EHOSTUNREACH: "there is no way to the host",
  ECONNRESET: "the connection broke off",
  EPIPE: "the connection broke off",
  timeout: "it did not answer in time",
  "connection-lost": "the connection broke off",
  "no-password": "it asks for a password, and none is given",
  "no-tls": "it has no TLS, which was asked for",
  "28P01": "the password is refused",
  "28000": "the role is refused",
  "3D000": "there is no such database",
  "3F000": "tarmaq store migrate has not made its tables",
  "42P01": "tarmaq store migrate has not made its tables",
  "42501": "it is not permitted",
  "25006": "it can only be read",
  "53100": "no space is left on its disk",
  "53300": "it has too many connections",
  "57P01": "it is being shut down",
  "57P02": "it has crashed and starts anew",
  "57P03": "it is starting up or shutting down",
};

/** The name that the system, or a driver, gives to why something failed. */
export function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "unknown";
}
