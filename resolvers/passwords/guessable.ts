/** The words at the top of lists of leaked passwords, without the digits and symbols that people put around them. */
const wellKnown: ReadonlySet<string> = new Set([
  'abc',
  'abcd',
  'abcdef',
  'admin',
  'administrator',
  'asdf',
  'asdfgh',
  'changeme',
  'dragon',
  'football',
  'hallo',
  'hello',
  'iloveyou',
  'letmein',
  'login',
  'master',
  'monkey',
  'pass',
  'passwd',
  'password',
  'passwort',
  'princess',
  'qwert',
  'qwerty',
  'qwertyuiop',
  'qwertz',
  'secret',
  'shadow',
  'sunshine',
  'superman',
  'test',
  'user',
  'welcome',
  'willkommen',
]);

const least = 4;

/**
 * Whether a password is a well-known word or a name of its owner, ignoring upper and lower case and any digits and
 * symbols around it.
 */
export function isGuessable(password: string, owner: readonly (string | null | undefined)[]): boolean {
  const bare = stripped(plain(password));
  const literal = stripped(password.toLowerCase());
  if (wellKnown.has(bare) || wellKnown.has(literal)) return true;
  const names = owner.flatMap((name) => (name ? [name, name.split('@')[0] ?? ''] : []));
  return names.some((name) => {
    if (password.toLowerCase() === name.toLowerCase()) return true;
    const core = stripped(name.toLowerCase());
    return core.length >= least && (literal === core || bare === stripped(plain(name)));
  });
}

/** Without the digits and symbols around it. */
function stripped(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * Lower case, with symbols inside a word replaced by the letters that they stand for: `P@ssw0rd` becomes `password`.
 */
function plain(text: string): string {
  const [start, word, end] = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/su.exec(text)?.slice(1) ?? [];
  const inner = Array.from((word ?? '').toLowerCase(), (character) => lookAlikes[character] ?? character).join('');
  return `${start ?? ''}${inner}${end ?? ''}`;
}
