import { setImmediate as turn } from "node:timers/promises";
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Position,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../model/language.ts";
import { actionsAt } from "./actions.ts";
import { hoverAt } from "./hover.ts";
import type { LookedAct } from "./looked-act.ts";
import { OpenActs, pathOf, type Looked } from "./open-acts.ts";
import { definitionOf, referencesTo } from "./references.ts";
import { askedIn, languageIn, type Asked } from "./settings.ts";
import { CAPABILITIES } from "./capabilities.ts";
import { symbolsOf } from "./symbols.ts";
import { withoutVersions } from "./without-versions.ts";

/** What the command line says, and what holds where nobody says anything. */
export interface Beginning {
  readonly asked: Asked;
  readonly language: Language;
  readonly folder: string;
  readonly version: string;
}

/** So long after the last change an act is looked at, in milliseconds. */
const REST = 150;
/** A message that has come in is read and handed on within so many turns of the loop. */
const TURNS = 3;

/** Answers one editor, from its first message to its last; the connection ends the process. */
export function serveEditor(connection: Connection, beginning: Beginning): void {
  new EditorSession(connection, beginning).listen();
}

class EditorSession {
  readonly #connection: Connection;
  readonly #beginning: Beginning;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #acts: OpenActs;
  /** Documents that have been opened and not looked at. */
  readonly #fresh = new Set<string>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #capabilities: ClientCapabilities = {};
  #folder: string;
  /** What the editor said at the beginning: its language, and options of ours. */
  #said: Asked = {};

  constructor(connection: Connection, beginning: Beginning) {
    this.#connection = connection;
    this.#beginning = beginning;
    this.#folder = beginning.folder;
    this.#acts = new OpenActs(this.#documents, beginning.folder, beginning.language);
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeConfiguration(({ settings }) => this.#configure(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (changes.some(({ uri }) => this.#acts.isSetting(uri))) this.#anew();
    });
    this.#documents.onDidOpen(({ document }) => {
      this.#fresh.add(document.uri);
    });
    // Told of every document that is opened, too, behind the opening.
    this.#documents.onDidChangeContent(({ document: { uri } }) => {
      if (this.#acts.isSetting(uri)) this.#anew();
      else this.#later(uri, this.#fresh.delete(uri) ? 0 : REST);
    });
    this.#documents.onDidClose(({ document: { uri } }) => {
      this.#close(uri);
    });
    this.#answer();
    this.#documents.listen(connection);
    connection.listen();
  }

  #initialize({
    capabilities,
    workspaceFolders,
    locale,
    initializationOptions,
  }: InitializeParams): InitializeResult {
    this.#capabilities = capabilities;
    const [folder] = workspaceFolders ?? [];
    this.#folder = (folder === undefined ? undefined : pathOf(folder.uri)) ?? this.#beginning.folder;
    const language = languageIn(locale);
    this.#said = {
      ...(language === undefined ? {} : { lang: language }),
      ...this.#beginning.asked,
      ...askedIn(initializationOptions),
    };
    this.#settle({});
    return {
      capabilities: CAPABILITIES,
      serverInfo: { name: "tarmaq", version: this.#beginning.version },
    };
  }

  async #initialized(): Promise<void> {
    const { workspace } = this.#capabilities;
    const { client } = this.#connection;
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true)
      await client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
      await client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.json" }],
      });
    await this.#configure(undefined);
  }

  /** What the editor has set: as it was sent, or as it answers where it can be asked. */
  async #configure(sent: unknown): Promise<void> {
    const own = typeof sent === "object" && sent !== null && SECTION in sent ? sent[SECTION] : undefined;
    const canAsk = this.#capabilities.workspace?.configuration === true;
    const set: unknown = canAsk ? await this.#connection.workspace.getConfiguration(SECTION) : own;
    this.#settle(askedIn(set));
    this.#anew();
  }

  #settle(set: Asked): void {
    const asked = { ...this.#said, ...set };
    this.#acts.settle(asked, this.#folder, asked.lang ?? this.#beginning.language);
  }

  /** All that is open is looked at again. */
  #anew(): void {
    this.#acts.forget();
    for (const { uri } of this.#documents.all()) this.#later(uri, 0);
  }

  #later(uri: string, rest: number): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        this.#tell(uri).catch((error: unknown) => {
          this.#connection.console.error(String(error));
        });
      }, rest),
    );
  }

  #close(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#acts.close(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Tells what was found in a document, unless it has changed since. */
  async #tell(uri: string): Promise<void> {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    const { version, found, told } = await this.#acts.look(document);
    await this.#messages();
    if (this.#documents.get(uri)?.version !== version) return;
    await this.#connection.sendDiagnostics({ uri, version, diagnostics: [...told, ...found] });
  }

  /** Lets what the editor has sent in the meantime come in. */
  async #messages(): Promise<void> {
    for (let passed = 0; passed < TURNS; passed += 1) await turn();
  }

  #answer(): void {
    const connection = this.#connection;
    connection.onHover(({ textDocument: { uri }, position }, token) =>
      this.#ask(uri, token, null, (act, document) =>
        hoverAt(act, offsetIn(act, document, position), document, this.#acts.pages, this.#acts.language),
      ),
    );
    connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
      this.#ask(uri, token, [], (act, document) => symbolsOf(act, document, this.#acts.language)),
    );
    connection.onDefinition(({ textDocument: { uri }, position }, token) =>
      this.#ask(
        uri,
        token,
        null,
        (act, document) => definitionOf(act, offsetIn(act, document, position), document) ?? null,
      ),
    );
    connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
      this.#ask(uri, token, [], (act, document) =>
        referencesTo(act, offsetIn(act, document, position), document, context.includeDeclaration),
      ),
    );
    connection.onCodeAction(({ textDocument: { uri }, range }, token) =>
      this.#ask(uri, token, [], (act, document, found) => {
        const { language } = this.#acts;
        return this.#asTaken(actionsAt(range, act, found, document, this.#acts.listFor(uri), language));
      }),
    );
  }

  /** Answers about a document as it is now; a request that was taken back, or whose document has changed, is refused. */
  async #ask<Answer>(
    uri: string,
    token: CancellationToken,
    none: Answer,
    answer: (act: LookedAct, document: TextDocument, found: Looked["found"]) => Answer,
  ): Promise<Answer | ResponseError> {
    await this.#messages();
    if (isTakenBack(token)) return CANCELLED;
    const document = this.#documents.get(uri);
    if (document === undefined) return none;
    const { version, act, found } = await this.#acts.look(document);
    await this.#messages();
    if (isTakenBack(token)) return CANCELLED;
    const now = this.#documents.get(uri);
    if (now?.version !== version)
      return new ResponseError(LSPErrorCodes.ContentModified, "the text has changed");
    return act === undefined ? none : answer(act, now, found);
  }

  /** Edits as this editor takes them: one that knows no new files is offered none. */
  #asTaken(actions: readonly CodeAction[]): CodeAction[] {
    const { documentChanges, resourceOperations } = this.#capabilities.workspace?.workspaceEdit ?? {};
    if (documentChanges === true && resourceOperations?.includes("create") === true) return [...actions];
    return actions.flatMap((action) => withoutVersions(action) ?? []);
  }
}

const SECTION = "tarmaq";

const CANCELLED = new ResponseError(LSPErrorCodes.RequestCancelled, "the request was taken back");

/** Asked anew each time: it changes while messages come in. */
const isTakenBack = (token: CancellationToken): boolean => token.isCancellationRequested;

const offsetIn = ({ inFile }: LookedAct, document: TextDocument, position: Position): number =>
  inFile.toText(document.offsetAt(position));
