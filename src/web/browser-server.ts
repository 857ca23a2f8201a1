/// <reference lib="dom" />

/** What the server says to a change. */
export interface Answer {
  readonly ok: boolean;
  readonly announce?: string;
  readonly error?: string;
  /** The field that the error is about. */
  readonly field?: string;
  readonly rule?: string;
  /** Names what was not read. */
  readonly place?: string;
  /** Further places that the same was said of. */
  readonly also?: readonly string[];
  /** The shares of the ledger, to be shown. */
  readonly shares?: string;
  readonly state?: string;
  readonly html?: string;
}

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** Asks for a change; without an answer nothing was written as far as anybody knows, and it is said so. */
export async function post(what: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(`${meta("tarmaq-base")}/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-tarmaq-token": meta("tarmaq-token") },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Answer;
    return { ...answer, ok: response.ok && answer.ok };
  } catch {
    return { ok: false, error: noAnswer() };
  }
}

export async function get(what: string, query: Record<string, string>): Promise<Answer> {
  try {
    const response = await fetch(addressOf(what, query));
    return { ...((await response.json()) as Answer), ok: response.ok };
  } catch {
    return { ok: false, error: noAnswer() };
  }
}

/** A piece of a page; absent where there is none. */
export async function getHtml(what: string, query: Record<string, string>): Promise<string | undefined> {
  try {
    const response = await fetch(addressOf(what, query));
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

const addressOf = (what: string, query: Record<string, string>): string =>
  `${meta("tarmaq-base")}/${what}?${new URLSearchParams(query).toString()}`;

const noAnswer = (): string => document.getElementById("form")?.dataset["noAnswer"] ?? "";
