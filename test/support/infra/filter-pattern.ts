/**
 * Whether a JSON filter pattern of CloudWatch Logs matches a line: `{ ($.a = "x" || $.b = "y") && $.c = "z" }`, where
 * && binds more tightly. Compares only strings, with `*` for any text. A line that is not a JSON object from its first
 * character matches nothing.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function takes(pattern: string, line: string): boolean {
  const inner = /^\{(.*)\}$/.exec(pattern.trim())?.[1];
  if (inner === undefined) throw new Error(`${pattern} is no pattern for JSON.`);
  const tokens = inner.match(/\(|\)|&&|\|\||=|\$\.[\w.]+|"[^"]*"/g) ?? [];
  if (tokens.join('') !== inner.replaceAll(/\s/g, '')) throw new Error(`${pattern} holds what this evaluator does not know.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return false;
  }

  const next = (): string => tokens.shift() ?? '';
  const term = (): boolean => {
    const first = next();
    if (first === '(') {
      const value = either();
      if (next() !== ')') throw new Error(`${pattern} lacks a parenthesis.`);
      return value;
    }
    if (!first.startsWith('$.') || next() !== '=') throw new Error(`${pattern} compares nothing.`);
    const wanted = next().slice(1, -1);
    const held = valueAt(parsed, first.slice(2));
    return wanted === '*' ? typeof held === 'string' : held === wanted;
  };
  const both = (): boolean => {
    let value = term();
    while (tokens[0] === '&&') {
      next();
      value = term() && value;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (tokens[0] === '||') {
      next();
      value = both() || value;
    }
    return value;
  };
  const value = either();
  if (tokens.length > 0) throw new Error(`${pattern} goes on after its end.`);
  return value;
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === key)?.[1] : undefined),
      value,
    );
}
