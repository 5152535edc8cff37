import { useState } from 'react';

export interface Pages {
  /** Of the page that is shown; null for the first. */
  readonly token: string | null;
  readonly number: number;
  readonly next: (token: string) => void;
  readonly previous: () => void;
}

/** Where one is in a list that is read page by page. Only one page is kept, however long the list. */
export function usePages(onTurn: () => void): Pages {
  const [tokens, setTokens] = useState<readonly (string | null)[]>([null]);
  const turn = (to: readonly (string | null)[]): void => {
    setTokens(to);
    // The buttons go with the page.
    onTurn();
  };
  return {
    token: tokens.at(-1) ?? null,
    number: tokens.length,
    next: (token) => turn([...tokens, token]),
    previous: () => turn(tokens.slice(0, -1)),
  };
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
