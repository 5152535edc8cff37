import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Deployed, Resources, Template } from './deployed.ts';
import { guardedResources } from './deployed.ts';
import { guardedPaths } from './guards.ts';
import { recordFile } from './record-file.ts';

/** To be raised when older records could be misread. */
const format = 1;

const recordSchema = z.strictObject({
  format: z.literal(format),
  stage: z.string(),
  stackName: z.string().nullable(),
  region: z.string().nullable(),
  account: z.string().nullable(),
  resources: z.record(z.string(), z.strictObject({ type: z.string(), properties: z.record(z.string(), z.json()) })),
});

const templateSchema = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).optional(),
      DeletionPolicy: z.string().optional(),
    }),
  ),
});

/**
 * The record of a stage, or null if it was never deployed. Throws ConfigurationError if the file is not a record of
 * this format.
 */
export function readRecord(folder: string, stage: string): Deployed | null {
  const file = recordFile(folder, stage);
  return existsSync(file) ? readRecordFile(file, stage) : null;
}

/** The record of a stage in an existing file. Throws ConfigurationError if the file is not a record of this format. */
export function readRecordFile(file: string, stage: string): Deployed {
  const broken = (what: string): ConfigurationError =>
    new ConfigurationError(`${file} ${what}, so it is unknown what the deployment would harm:`, [
      'Restore it from version control, or remove it: `npm run deploy` asks CloudFormation what is deployed and ' +
        'writes a new one.',
      "The CDK's own commands compare with the file of `-c deployed=<file>`; write it with `aws cloudformation " +
        'get-template --stack-name <stack> > <file>`.',
    ]);
  const written = readJson(file, () => broken('is not JSON'));
  const found = z.looseObject({ format: z.unknown() }).safeParse(written).data?.format;
  if (found !== format)
    throw broken(`has the format ${JSON.stringify(found) ?? 'of no record'}, but this version uses ${format}`);
  const parsed = recordSchema.safeParse(written);
  if (!parsed.success) throw broken(`is not a record: ${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}`);
  if (parsed.data.stage !== stage) throw broken(`is the record of the stage ${JSON.stringify(parsed.data.stage)}`);
  return parsed.data;
}

/** Writes a record. It contains no secret and belongs in version control. */
export function writeRecord(file: string, stage: string, deployed: Deployed): void {
  const record = { format, stage, ...deployed };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * A template as `aws cloudformation get-template` prints it, either inside `TemplateBody` or directly. Throws
 * ConfigurationError for anything else.
 */
export function readTemplate(file: string): Deployed {
  const refuse = (what: string): ConfigurationError =>
    new ConfigurationError(
      `-c deployed=${file} must be a CloudFormation template in JSON, as \`aws cloudformation get-template\` prints it; ${what}.`,
    );
  if (!existsSync(file)) throw refuse('there is no such file');
  const written = readJson(file, () => refuse('it is not JSON'));
  const body = z.looseObject({ TemplateBody: z.unknown() }).safeParse(written).data?.TemplateBody ?? written;
  const template = typeof body === 'string' ? parseJson(body, () => refuse('its TemplateBody is not JSON')) : body;
  return { stackName: null, region: null, account: null, resources: resourcesOf(template, () => refuse('it has no Resources')) };
}

/** The guarded resources of a template. @param refuse creates the error if this is not a template. */
export function resourcesOf(template: unknown, refuse: () => Error): Resources {
  const parsed = templateSchema.safeParse(template);
  if (!parsed.success) throw refuse();
  return guardedResources(parsed.data as Template, guardedPaths);
}

function readJson(file: string, refuse: () => Error): unknown {
  return parseJson(readFileSync(file, 'utf8'), refuse);
}

/** @param refuse creates the error if the text is not JSON. */
export function parseJson(text: string, refuse: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse();
  }
}
