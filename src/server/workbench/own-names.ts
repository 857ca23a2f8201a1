import type { ServiceReview } from "../../desk/review-service.ts";
import { vocabularyWith } from "../../model/vocabulary.ts";
import { Names } from "../../report/names.ts";
import type { Chrome } from "../../web/views.ts";

/** What a page is made with, where the books under review name facts and papers of their own. */
export function withOwnNames(chrome: Chrome, reviews: readonly Pick<ServiceReview, "review">[]): Chrome {
  const vocabulary = reviews.reduce(
    (known, { review }) => vocabularyWith(known, review.book.vocabulary),
    chrome.vocabulary,
  );
  return vocabulary === chrome.vocabulary
    ? chrome
    : { ...chrome, vocabulary, names: new Names(vocabulary, chrome.lang) };
}
