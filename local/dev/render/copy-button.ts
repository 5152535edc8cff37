import { type Html, html } from './html.ts';

/**
 * Hidden until the script shows it, as it does nothing without. `key` finds it again when what it stands in is drawn
 * anew.
 */
export function copyButton(value: string, name: string, key?: string): Html {
  return html`<button type="button" class="copy" data-copy="${value}" aria-label="Copy ${name}"${key === undefined ? '' : html` data-key="${key}"`} hidden>Copy</button>`;
}
