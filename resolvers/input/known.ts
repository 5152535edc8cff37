/** Keeps the values of Cognito that the schema's enum has. Any other would make AppSync refuse the whole answer. */
export function known<T extends string>(members: Readonly<Record<string, T>>, words: readonly string[]): T[] {
  return words.filter((word) => isKnown(members, word));
}

export function isKnown<T extends string>(members: Readonly<Record<string, T>>, word: string): word is T {
  return Object.values<string>(members).includes(word);
}
