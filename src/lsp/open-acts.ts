import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { DiagnosticSeverity, type Diagnostic, type TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";
import { editorWords } from "../report/editor/wording.ts";
import { message } from "../report/messages/message.ts";
import { diagnosticsOf, toldOfAll } from "./diagnostics.ts";
import { lookAt, type LookedAct } from "./looked-act.ts";
import type { List } from "./set-aside.ts";
import { chosenLints, knownIn, listFile, type Asked, type OwnPage } from "./settings.ts";

/** One version of a document, looked at. */
export interface Looked {
  readonly version: number;
  /** Undefined where it is no act that is read; `shown` then says why. */
  readonly act: LookedAct | undefined;
  /** Of each finding, in their order, how the editor shows it. */
  readonly found: readonly Diagnostic[];
  /** What is to be told of the whole document. */
  readonly told: readonly Diagnostic[];
}

const NOTHING = { act: undefined, found: [], told: [] };

/** What only a word processor or a reader of PDFs opens: an editor shows its bytes. */
const NO_TEXT: ReadonlySet<string> = new Set([".docx", ".pdf", ".doc", ".odt", ".rtf"]);

/** The documents that an editor has open, each looked at once a version. */
export class OpenActs {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #looked = new Map<string, Looked>();
  #asked: Asked = {};
  #folder: string;
  #lints: ReturnType<typeof chosenLints> | undefined;
  language: Language;

  constructor(documents: TextDocuments<TextDocument>, folder: string, language: Language) {
    this.#documents = documents;
    this.#folder = folder;
    this.language = language;
  }

  /** From now on acts are looked at as asked; what was seen before counts no more. */
  settle(asked: Asked, folder: string, language: Language): void {
    [this.#asked, this.#folder, this.language] = [asked, folder, language];
    this.forget();
  }

  /** What was seen of all documents, and the lints of the user's folder, are looked at anew. */
  forget(): void {
    this.#looked.clear();
    this.#lints = undefined;
  }

  close(uri: string): void {
    this.#looked.delete(uri);
  }

  get pages(): ReadonlyMap<string, OwnPage> {
    return this.#chosen().pages;
  }

  /** A document in its present version, looked at now where it has not been. */
  async look(document: TextDocument): Promise<Looked> {
    const known = this.#looked.get(document.uri);
    if (known?.version === document.version) return known;
    const looked = { version: document.version, ...(await this.#look(document)) };
    this.#looked.set(document.uri, looked);
    return looked;
  }

  /** Whether a change of this file changes how acts are looked at. */
  isSetting(uri: string): boolean {
    const path = pathOf(uri);
    if (path === undefined || extname(path) !== ".json") return false;
    const { rules } = this.#chosen();
    return (
      (rules !== undefined && path.startsWith(rules)) ||
      this.#documents.all().some((document) => this.#listOf(document.uri) === path)
    );
  }

  /** The list of what is known for an act, where it can be written. */
  listFor(uri: string): List | undefined {
    const file = this.#listOf(uri);
    if (file === undefined) return undefined;
    const { suppressions, text, trouble } = knownIn(file, this.#opened(file));
    // A list with a fault in it would be lost by writing it anew.
    return trouble === undefined ? { file, suppressions, text } : undefined;
  }

  #listOf(uri: string): string | undefined {
    const path = pathOf(uri);
    return path === undefined ? undefined : listFile(this.#asked, this.#folder, path);
  }

  #opened(file: string): string | undefined {
    return this.#documents
      .all()
      .find(({ uri }) => pathOf(uri) === file)
      ?.getText();
  }

  #chosen(): ReturnType<typeof chosenLints> {
    return (this.#lints ??= chosenLints(this.#asked, this.#folder));
  }

  async #look(document: TextDocument): Promise<Omit<Looked, "version">> {
    const name = nameOf(document.uri);
    const ending = extname(name).toLowerCase();
    if (ending === ".json") return NOTHING;
    if (NO_TEXT.has(ending)) return this.#only(editorWords("notAsText", this.language, { file: name }));
    if (document.getText().trim() === "") return NOTHING;
    const { lints, pages, trouble } = this.#chosen();
    const list = this.#listOf(document.uri);
    const known =
      list === undefined ? { suppressions: [], trouble: undefined } : knownIn(list, this.#opened(list));
    const troubles = [trouble, known.trouble].filter((one) => one !== undefined);
    const told = troubles.map((one) => toldOfAll(this.#words(one), DiagnosticSeverity.Warning));
    try {
      const act = await lookAt(document.getText(), name, lints, known.suppressions);
      return { act, found: diagnosticsOf(act, document, pages, this.language), told };
    } catch (error) {
      if (error instanceof Trouble) return this.#only(this.#words(error), told);
      const what = error instanceof Error ? error.message : String(error);
      return this.#only(editorWords("fault", this.language, { what }), told);
    }
  }

  #only(words: string, told: readonly Diagnostic[] = []): Omit<Looked, "version"> {
    return { ...NOTHING, told: [...told, toldOfAll(words, DiagnosticSeverity.Information)] };
  }

  #words({ message: what, at: { file, place, wayOut } }: Trouble): string {
    const words = (text: string): string => message(text, this.language);
    const where = [file, place === undefined ? undefined : words(place)].filter((part) => part !== undefined);
    return `${[...where, words(what)].join(": ")}\n${words(wayOut)}`;
  }
}

/** The path of a document; undefined where it lies on no disk. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

const nameOf = (uri: string): string => basename(pathOf(uri) ?? uri);
