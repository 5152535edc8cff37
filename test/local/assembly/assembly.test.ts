import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAssembly } from '../../../local/assembly/assembly.ts';
import { makeAssembly } from '../../support/local/assemblies.ts';

describe('readAssembly', () => {
  test('gives the stack, and a region and an account where the assembly leaves them open', () => {
    const assembly = readAssembly(makeAssembly());
    expect(assembly).toMatchObject({ stackName: 'Auth', region: 'us-east-1', accountId: '000000000000' });
    expect(Object.keys(assembly.template.Resources)).toContain('Pool');
  });

  test('takes the region and the account that the assembly names', () => {
    expect(readAssembly(makeAssembly({ environment: 'aws://123456789012/eu-central-1' }))).toMatchObject({
      region: 'eu-central-1',
      accountId: '123456789012',
    });
  });

  test('finds an asset by its object key, and names one that is missing', () => {
    const directory = makeAssembly();
    const { assetPath } = readAssembly(directory);
    expect(assetPath('fn.zip')).toBe(join(directory, 'asset.fn'));
    expect(() => assetPath('other.zip')).toThrow(`${directory} holds no asset other.zip.`);
  });

  test.each<[string, (directory: string) => void, RegExp]>([
    [
      'is missing',
      (directory) => rmSync(directory, { recursive: true }),
      /manifest\.json cannot be read\. Make it with `npm run synth`\.$/,
    ],
    [
      'is cut off',
      (directory) => writeFileSync(join(directory, 'manifest.json'), '{"artifacts":'),
      /manifest\.json is not JSON\.$/,
    ],
    [
      'lists nothing',
      (directory) => writeFileSync(join(directory, 'manifest.json'), '{}'),
      /manifest\.json lists no artifacts\.$/,
    ],
    ['lacks its template', (directory) => rmSync(join(directory, 'Auth.template.json')), /Auth\.template\.json cannot be read/],
    [
      'has no resources',
      (directory) => writeFileSync(join(directory, 'Auth.template.json'), '[]'),
      /is no CloudFormation template\.$/,
    ],
    [
      'has no API',
      (directory) => writeFileSync(join(directory, 'Auth.template.json'), '{"Resources":{}}'),
      /declares no AWS::AppSync::GraphQLApi\.$/,
    ],
  ])('an assembly that %s is refused in one line', (_, spoil, message) => {
    const directory = makeAssembly();
    spoil(directory);
    expect(() => readAssembly(directory)).toThrow(
      expect.objectContaining({ name: 'AssemblyError', message: expect.stringMatching(message) }),
    );
  });
});
