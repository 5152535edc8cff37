import { type Deployed, guardedResources } from '../../../infra/guard/deployed.ts';
import { guardedPaths } from '../../../infra/guard/guards.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import type { Resource, Template } from '../../../infra/template/template.ts';
import { templateOf } from '../../support/infra/stack.ts';

/** A stage that has everything that the guard protects. */
export const living = {
  naming: { stackName: 'Living', region: 'eu-central-1', account: '123456789012' },
  signUp: { requiredAttributes: ['email'], customAttributes: { team: {} } },
  signIn: {
    flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'],
    firstFactors: ['PASSWORD', 'WEB_AUTHN'],
    passkeys: { relyingParty: 'example.com' },
  },
  activity: {},
} satisfies SettingsInput;

/** The template of settings, which the test may change. */
export const templateOfInput = (input: SettingsInput): Template => structuredClone(templateOf(parseSettings(input)));

/** A deployed stack with a template. */
export function deployed(template: Template, place: Partial<Deployed> = {}): Deployed {
  const known = { stackName: 'Living', region: 'eu-central-1', account: '123456789012', ...place };
  return { ...known, resources: guardedResources(template, guardedPaths) };
}

/** Gives a resource another logical id, as after its construct has moved. */
export function rename(template: Template, type: string): void {
  const [id, resource] = idOf(template, type);
  delete template.Resources[id];
  template.Resources[`${id}Moved`] = resource;
}

export function idOf(template: Template, type: string): [string, Resource] {
  const found = Object.entries(template.Resources).find(([, { Type }]) => Type === type);
  if (found === undefined) throw new Error(`The template has no ${type}.`);
  return found;
}

export function properties(template: Template, type: string): Resource['Properties'] {
  return idOf(template, type)[1].Properties;
}
