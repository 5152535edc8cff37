import { onTestFinished } from 'vitest';
import { administrator, makeGroup } from '../../support/resolvers/administrators.ts';
import { createInstance, type Instance, type InstanceOptions } from '../../support/resolvers/instance.ts';
import type { Person } from '../../support/resolvers/people.ts';

/** A user pool with one administrator. */
export interface World extends Instance {
  readonly boss: Person;
  readonly token: string;
  /** Cognito's operations that fail from now on. */
  readonly broken: Set<string>;
}

export async function start(options: InstanceOptions = {}): Promise<World> {
  const broken = new Set<string>();
  const instance = createInstance({
    userPool: { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    isBroken: (operation) => broken.has(operation),
    ...options,
  });
  onTestFinished(() => instance.close());
  await makeGroup(instance);
  const { person: boss, token } = await administrator(instance);
  return { ...instance, boss, token, broken };
}

export const logIn = ({ call }: World, { username, password }: Person) => call('login', { input: { username, password } });
