const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment, in the language and the time zone of its reader; `…` if it is not known. */
export function When({ at }: { at: string | number | null }) {
  if (at === null) return '…';
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{format.format(date)}</time>;
}
