import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Language } from "../model/language.ts";
import { ACCOUNTS, type Account } from "../model/ledger.ts";
import { percentOf } from "../report/ledger/text.ts";
import { cardWord } from "./card-word.ts";
import { ui } from "./ui.ts";

/** How much of a text is rules, plain and unread, after what people have decided. */
export interface ShownShares {
  readonly letters: Readonly<Record<Account, number>>;
  readonly places: number;
  readonly risky: number;
}

const NAMES = { rule: "shareRule", plain: "sharePlain", unread: "shareUnread" } as const;

/** The bar's width, in units of its own. */
const WIDE = 1000;

/** The three shares of a ledger in words, with a bar for the eye. */
export function Shares({ shares, lang }: { shares: ShownShares; lang: Language }): JSX.Element {
  const { letters, places, risky } = shares;
  const all = ACCOUNTS.reduce((sum, account) => sum + letters[account], 0);
  const tenths = (account: Account): number => Math.round((letters[account] / Math.max(all, 1)) * WIDE);
  const widths = ACCOUNTS.map(tenths);
  return (
    <span class="shares">
      <svg class="bar" viewBox={`0 0 ${WIDE} 10`} preserveAspectRatio="none" aria-hidden="true">
        {ACCOUNTS.map((account, index) => (
          <rect
            class={`share-${account}`}
            x={widths.slice(0, index).reduce((sum, width) => sum + width, 0)}
            y={0}
            width={widths[index]}
            height={10}
          />
        ))}
      </svg>
      <span>
        {ACCOUNTS.map((account) => (
          <span class={`share share-${account}`}>
            {cardWord(NAMES[account], lang)} <b>{percentOf(letters[account], all)}</b>
          </span>
        ))}
        <span class={risky > 0 ? "warn" : ""}>{cardWord("sharePlaces", lang, { places, risky })}</span>
      </span>
    </span>
  );
}

/** The shares of the desk, to be put in the place of those on the page. */
export const sharesHtml = (shares: readonly DeskShares[], lang: Language): string =>
  renderToString(<SharesOfDesk shares={shares} lang={lang} />);

/** Of the act, and of the service that was chosen. */
export interface DeskShares {
  readonly of: "act" | "service";
  readonly shares: ShownShares;
}

export const SharesOfDesk = ({
  shares,
  lang,
}: {
  shares: readonly DeskShares[];
  lang: Language;
}): JSX.Element => (
  <>
    {shares.map(({ of, shares }) => (
      <p>
        <span class="of">{ui(of, lang)}</span>
        <Shares shares={shares} lang={lang} />
      </p>
    ))}
  </>
);
