import { type Html, html } from '../../http/html.ts';

/**
 * Hidden until the script shows it, since it does nothing without the script. `key` identifies the button when the
 * element around it is drawn again.
 */
export function copyButton(value: string, name: string, key?: string): Html {
  return html`<button type="button" class="copy" data-copy="${value}" aria-label="Copy ${name}"${key === undefined ? '' : html` data-key="${key}"`} hidden>Copy</button>`;
}
