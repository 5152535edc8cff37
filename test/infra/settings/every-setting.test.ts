import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template as Assertions } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, test } from 'vitest';
import { configurationDocument } from '../../../infra/docs/configuration.ts';
import { describeSettings } from '../../../infra/settings/describe.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { Settings, SettingsInput } from '../../../infra/settings/stage.ts';
import { type TriggerKey, triggerKeys } from '../../../infra/settings/users/triggers.ts';
import type { Template } from '../../../infra/template/template.ts';
import { allProblems } from '../../support/infra/findings.ts';
import { code, stackOf } from '../../support/infra/stack.ts';
import type { Change, Part } from './change.ts';
import { changes } from './changes.ts';
import { localView } from './local-view.ts';
import { templateDiff } from './template-diff.ts';

const settings = describeSettings();
const document = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'every-setting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = { naming: { stackName: 'Stage', region: 'eu-central-1' } } satisfies SettingsInput;

/** The merged parts; a list replaces another list. */
function merge(...parts: readonly Part[]): SettingsInput {
  // Each part belongs to a stage, and zod checks the whole.
  return parts.reduce<Record<string, unknown>>((all, part) => into(all, part), {}) as SettingsInput;
}

function into(all: Record<string, unknown>, part: object): Record<string, unknown> {
  const merged = { ...all };
  for (const [key, value] of Object.entries(part)) {
    const before = merged[key];
    merged[key] = isGroup(value) && isGroup(before) ? into(before, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Synthesis {
  readonly template: Template;
  /** What CloudFormation receives besides the template. */
  readonly stack: Readonly<Record<string, unknown>>;
}

const made = new Map<string, Synthesis>();

/**
 * A stack of these settings, made once: most changes have the same `before`. A trigger's bundle holds the name of its
 * entry.
 */
function synthesise(given: Settings): Synthesis {
  const key = JSON.stringify(given);
  const known = made.get(key) ?? synthesiseAnew(given);
  made.set(key, known);
  return known;
}

function synthesiseAnew(given: Settings): Synthesis {
  const bundled = { ...code, triggers: { ...code.triggers, ...bundles(given) } };
  const { stack } = stackOf(given, new Date('2026-11-15T00:00:00Z'), bundled);
  const { stackName, environment, terminationProtection } = stack;
  // JSON of CloudFormation's own shape
  const template = Assertions.fromStack(stack).toJSON() as Template;
  return { template, stack: { stackName, environment, terminationProtection } };
}

function bundles({ triggers }: Settings): Partial<Record<TriggerKey, string>> {
  return Object.fromEntries(
    triggerKeys.flatMap((key) => {
      const trigger = triggers[key];
      if (trigger === null) return [];
      const bundle = mkdtempSync(join(folder, 'bundle-'));
      writeFileSync(join(bundle, 'index.js'), `exports.handler = async (event) => event; // ${trigger.entry}`);
      return [[key, bundle] as const];
    }),
  );
}

function stages({ with: besides = {}, to }: Change): { readonly before: Settings; readonly after: Settings } {
  return { before: parseSettings(merge(base, besides)), after: parseSettings(merge(base, besides, to)) };
}

test('every setting has exactly its own change here', () => {
  expect(Object.keys(changes).toSorted()).toEqual(settings.map(({ path }) => path).toSorted());
});

test('docs/configuration.md is what `npm run docs` makes', () => {
  expect(document).toBe(configurationDocument());
});

describe.each(settings)('$path', ({ path, is, becomes, laptop }) => {
  const change = changes[path];

  test('is described in full sentences, and listed in docs/configuration.md', () => {
    expect(is).toMatch(/^\S.{10,}[.!]$/);
    expect(becomes).toMatch(/\S/);
    expect(document).toContain(`| \`${path}\``);
  });

  test('changed alone, changes in the template what it should and nothing else', { tags: ['exhaustive'] }, () => {
    if (change === undefined) throw new Error(`changes.ts has no ${path}.`);
    const { before, after } = stages(change);
    const [old, next] = [synthesise(before), synthesise(after)];
    const ofStack = Object.keys(old.stack).filter((name) => old.stack[name] !== next.stack[name]);
    const difference = [...ofStack.map((name) => `Stack.${name}`), ...templateDiff(old.template, next.template)];
    expect(difference).not.toEqual([]);
    expect(difference.join('\n')).toMatchSnapshot();
    for (const { template } of [old, next]) expect(allProblems(template)).toEqual([]);
  });

  test(laptop === null ? 'changes what runs on a laptop' : `changes nothing on a laptop: ${laptop}`, {
    tags: ['exhaustive'],
  }, () => {
    if (change === undefined) throw new Error(`changes.ts has no ${path}.`);
    const { before, after } = stages(change);
    const views = [before, after].map((stage) => localView(stage, synthesise(stage).template));
    if (laptop === null) expect(views[0]).not.toBe(views[1]);
    else expect(views[0]).toBe(views[1]);
  });
});
