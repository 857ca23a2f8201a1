import type { ComponentChildren, JSX } from "preact";
import type { Language } from "../../model/language.ts";
import type { Reason, StartedTerm, ToldTerm, Verdict, WaitingTerm } from "../../model/verdict.ts";
import { actText } from "../../report/act-text.ts";
import { citeIn, lawText, lengthOf, OF_LAW, PERHAPS_LAW, restsOn } from "../../report/check/law-words.ts";
import { lackText } from "../../report/check/letter-body.ts";
import { sentence } from "../../report/check/sentence.ts";
import { startsWhen } from "../../report/check/waiting.ts";
import {
  AS_FAR,
  DRAFTS,
  PERHAPS,
  TITLES,
  UNCOUNTED,
  ofOpenCase,
  unknownText,
  VERSION,
} from "../../report/check/words.ts";
import { citation } from "../../report/citation.ts";
import { dotted } from "../../report/dotted.ts";
import { dueMoment, moment } from "../../report/moment.ts";
import { findingName, type Names } from "../../report/names.ts";
import { word } from "../../report/rule-words.ts";
import { saidIn } from "../../report/twin/said-in.ts";
import { unreadShareWords } from "../../report/unread-share.ts";
import { apply } from "./apply-word.ts";
import type { ApplyAnswer } from "./apply-views.ts";

type Told = ApplyAnswer & { readonly lang: Language };

/** The verdict, with its reasons in the law's words, what is missing by name, and until when it is answered. */
export function VerdictTold({
  wanted,
  at,
  ...told
}: Told & { readonly wanted: ComponentChildren; readonly at?: string | undefined }): JSX.Element {
  const { verdict, lang, names } = told;
  const missing = verdict.missingDocuments.map((lack) => lackText(lack, names));
  const findings = verdict.openFindings.map((fact) => findingName(fact, verdict, names));
  const elsewhere = verdict.notHeld.map(({ what, cite }) => `«${what}» (${citation(cite, lang)})`);
  return (
    <section class={`verdict v-${verdict.verdict}`} data-verdict={verdict.verdict} aria-labelledby="verdict">
      <h2 id="verdict">{apply(`answer.${verdict.verdict}`, lang)}</h2>
      <p>
        {verdict.asFarAsRulesAtHandGo ? `(${AS_FAR[lang]}) ` : ""}
        {apply("noDecision", lang)}
      </p>
      {wanted}
      <Listed title={TITLES.documents[lang]} items={missing} />
      <Reasons title={TITLES.against[lang]} outcome="fail" {...told} />
      <Reasons title={TITLES.held[lang]} outcome="hold" {...told} />
      <Reasons title={TITLES.unknown[lang]} outcome="unknown" {...told} />
      <Terms verdict={verdict} names={names} lang={lang} />
      <Listed title={TITLES.findings[lang]} items={findings} />
      <Listed title={TITLES.notHeld[lang]} items={elsewhere} />
      <Basis {...told} at={at} />
    </section>
  );
}

const Listed = ({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly string[];
}): JSX.Element | null =>
  items.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  );

function Reasons({
  title,
  outcome,
  ...told
}: Told & { readonly title: string; readonly outcome: Reason["outcome"] }): JSX.Element | null {
  const reasons = told.verdict.reasons.filter((reason) => reason.outcome === outcome);
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ReasonList reasons={reasons} {...told} />
    </>
  );
}

/** Two rules of one clause that come to the same are one reason to a reader. */
function toldOnce(
  reasons: readonly Reason[],
  { names, lang }: Pick<Told, "names" | "lang">,
): readonly Reason[] {
  const said = new Map<string, Reason>();
  for (const reason of reasons) {
    const { cite, quote } = saidIn(reason, lang);
    const key = [sentence(reason, names), cite, quote].join("\n");
    if (!said.has(key)) said.set(key, reason);
  }
  return [...said.values()];
}

const ReasonList = ({ reasons, ...told }: Told & { readonly reasons: readonly Reason[] }): JSX.Element => (
  <ol class="reasons">
    {toldOnce(reasons, told).map((reason) => (
      <ReasonTold reason={reason} {...told} />
    ))}
  </ol>
);

function ReasonTold({ reason, names, lang, textLanguage }: Told & { readonly reason: Reason }): JSX.Element {
  const { cite, quote, other } = saidIn(reason, lang);
  const ofLaw = reason.law === undefined ? "" : `, ${OF_LAW[lang]}`;
  const doubt = reason.law === "perhaps" ? ` (${PERHAPS_LAW[lang]})` : "";
  const isInTwin = reason.twin?.language === lang && reason.twin.differs !== true;
  const quoted = isInTwin ? lang : reason.law === undefined ? textLanguage : undefined;
  return (
    <li>
      <p>{sentence(reason, names)}</p>
      {quote === undefined ? null : (
        <blockquote {...(quoted !== undefined && { lang: quoted })}>«{quote}»</blockquote>
      )}
      <p class="cite">
        {cite}
        {ofLaw}
        {doubt}
        {other === undefined ? "" : `. ${other}`}
      </p>
    </li>
  );
}

function Terms({
  verdict: { deadlines, waiting, verdict },
  names,
  lang,
}: Pick<Told, "verdict" | "names" | "lang">): JSX.Element | null {
  const items = [
    ...deadlines.filter(({ judges }) => judges).map((term) => <StartedTold term={term} names={names} />),
    ...waiting.filter(({ judges }) => judges).map((term) => <WaitingTold term={term} names={names} />),
  ];
  if (items.length === 0 && verdict === "refuse") return null;
  return (
    <>
      <h3>{TITLES.terms[lang]}</h3>
      {items.length === 0 ? <p>{apply("noTerm", lang)}</p> : <ul>{items}</ul>}
    </>
  );
}

function StartedTold({ term, names }: { readonly term: StartedTerm; readonly names: Names }): JSX.Element {
  const { due, unknown } = term;
  const { language: lang } = names;
  const why = unknown === undefined ? "" : ` (${unknownText(term, names)})`;
  return (
    <li>
      {due === undefined ? `${UNCOUNTED[lang]}${why}` : <time dateTime={due}>{dueMoment(due, lang)}</time>}
      {`: ${termWords(term, lang)}`}
      {restsOn(term, lang).map((text) => (
        <p class="cite">{text}</p>
      ))}
    </li>
  );
}

const WaitingTold = ({ term, names }: { readonly term: WaitingTerm; readonly names: Names }): JSX.Element => (
  <li>{`${termWords(term, names.language)} (${startsWhen(term, names.language)}${ofOpenCase(term, names)})`}</li>
);

const termWords = (term: ToldTerm, lang: Language): string =>
  `${lengthOf(term, lang)}, ${word("subjects", term.subject, lang)}, ${citeIn(term, lang)}`;

/** By which rules that is so, and with how much doubt. */
function Basis({ at, ...told }: Told & { readonly at: string | undefined }): JSX.Element {
  const { verdict, act, lang } = told;
  const { rulebook, submitted, reasons } = verdict;
  const passed = reasons.filter(({ outcome, code }) => outcome === "pass" && code !== "another-channel");
  const lines = [
    ...(act === undefined ? [] : [actText(act)]),
    ...(rulebook.version === undefined ? [] : [`${VERSION[lang]} ${dotted(rulebook.version)}`]),
    apply("ifNow", lang, moment(submitted, lang)),
    ...(at === undefined ? [] : [apply("rulesOf", lang, dotted(at))]),
    unreadShareWords(rulebook.unread, lang),
    ...[lawText(rulebook, lang)].filter((text) => text !== undefined),
    ...doubts(verdict, lang),
  ];
  return (
    <>
      <Listed title={apply("basis", lang)} items={lines} />
      {passed.length === 0 ? null : (
        <details>
          <summary>{apply("passed", lang, passed.length)}</summary>
          <ReasonList reasons={passed} {...told} />
        </details>
      )}
    </>
  );
}

const doubts = ({ rulebook, reasons }: Verdict, lang: Language): readonly string[] => [
  ...(rulebook.standing === "in-force" ? [] : [PERHAPS[lang]]),
  ...(reasons.some(({ draft }) => draft === true) ? [DRAFTS[lang]] : []),
];
