import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { cdkOptions } from '../../../infra/deploy/cdk-options.ts';

/** The options in the help of `cdk deploy`: `--method, -m … [string]`. A long name may continue in the next line. */
function helpOfCdk(): string {
  const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  const { stdout } = spawnSync(process.execPath, [cdk, 'deploy', '--help'], { encoding: 'utf8' });
  return stdout.slice(stdout.indexOf('Options:'));
}

test('npm run deploy knows every option of cdk deploy, with its letter, and whether it takes a value', {
  timeout: 60_000,
}, () => {
  const told = [...helpOfCdk().matchAll(/^ {2}(?:-h, )?(--[a-z].*?)(?=^ {2}-|$(?![\s\S]))/gms)].map(([, text = '']) => text);
  const options = told.flatMap((text) => {
    const [, name = ''] = /^--([a-z0-9-]+)/.exec(text) ?? [];
    const takesValue = /\[(string|array|number)\]/.test(text.replaceAll(/\n\s+/g, ' '));
    return name === 'help' || name === 'version' || name === 'context' ? [] : [{ text, name, takesValue }];
  });
  expect(options.length).toBeGreaterThan(50);
  for (const { text, name, takesValue } of options) {
    const [known, option] =
      Object.entries(cdkOptions).find(([own]) => own === name.replace(/^no-/, '') || own.startsWith(`${name}n`)) ?? [];
    expect(known, name).toBeDefined();
    expect({ name, takesValue: option?.value !== undefined }).toEqual({ name, takesValue });
    const letter = /^--[a-z0-9-]+, -(\w)\b/.exec(text)?.[1];
    if (letter !== undefined) expect({ name, letter: option?.short }).toEqual({ name, letter });
  }
});
