import { useState } from 'react';

/** The tokens of the pages up to the one that is shown; null is the first page's. */
export type Tokens = readonly (string | null)[];

export const firstPage: Tokens = [null];

export interface Pages {
  /** Of the page that is shown; null for the first. */
  readonly token: string | null;
  readonly number: number;
  readonly next: (token: string) => void;
  readonly previous: () => void;
}

/** Where one is in a list that is read page by page. Only one page is kept, however long the list. */
export function pagesOf(tokens: Tokens, turn: (tokens: Tokens) => void): Pages {
  return {
    token: tokens.at(-1) ?? null,
    number: tokens.length,
    next: (token) => turn([...tokens, token]),
    previous: () => turn(tokens.slice(0, -1)),
  };
}

/** @param onTurn Moves the focus, since the buttons go with the page. */
export function usePages(onTurn: () => void): Pages {
  const [tokens, setTokens] = useState(firstPage);
  return pagesOf(tokens, (next) => {
    setTokens(next);
    onTurn();
  });
}

export function Pager({ pages, nextToken }: { pages: Pages; nextToken: string | null }) {
  if (pages.number === 1 && nextToken === null) return null;
  return (
    <nav aria-label="Pages" className="row">
      {pages.number > 1 && (
        <button type="button" className="secondary" onClick={pages.previous}>
          Previous page
        </button>
      )}
      <span role="status">Page {pages.number}</span>
      {nextToken !== null && (
        <button type="button" className="secondary" onClick={() => pages.next(nextToken)}>
          Next page
        </button>
      )}
    </nav>
  );
}
