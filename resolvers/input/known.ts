/** Those of Cognito's words that the schema's enum has. Another one would make AppSync refuse the whole answer. */
export function known<T extends string>(members: Readonly<Record<string, T>>, words: readonly string[]): T[] {
  return words.filter((word) => isKnown(members, word));
}

export function isKnown<T extends string>(members: Readonly<Record<string, T>>, word: string): word is T {
  return Object.values<string>(members).includes(word);
}
