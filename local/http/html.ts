const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** HTML created by `html`, which may be inserted into a page unescaped. */
export interface Html {
  readonly markup: string;
}

/** A template that escapes every value, for text and quoted attributes, unless the value is itself `Html`. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html {
  return { markup: parts.reduce((whole, part, index) => whole + show(values[index - 1] ?? '') + part) };
}

function show(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
