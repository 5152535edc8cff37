import { readAssembly, type TemplateResource } from '../../../local/assembly/assembly.ts';
import type { Provisioner } from '../../../local/assembly/resources.ts';
import { loadStack, type Stack } from '../../../local/assembly/stack.ts';
import { type AssemblyChanges, makeAssembly, resources } from '../../support/local/assemblies.ts';

/** Records what is made, in place of a user pool. */
export function provisioner(): Provisioner & { made: Record<string, unknown> } {
  const made: Record<string, unknown> = {};
  return {
    made,
    provisionUserPool: (key, properties) => {
      made[key] = properties;
      return `us-east-1_${key.replace('Auth/', '')}`;
    },
    provisionUserPoolClient: (key, properties) => {
      made[key] = properties;
      return `client${key.replace('Auth/', '')}`;
    },
    provisionUserPoolDomain: (key, properties) => {
      made[key] = properties;
      return String(properties['Domain']);
    },
    provisionIdentityProvider: (key, properties) => {
      made[key] = properties;
      return String(properties['ProviderName']);
    },
    provisionManagedLoginBranding: (key, properties) => {
      made[key] = properties;
      return key;
    },
    provisionUserPoolResourceServer: (key, properties) => {
      made[key] = properties;
      return String(properties['Identifier']);
    },
    provisionUserPoolSessions: (key, properties) => {
      made[key] = properties;
      return key;
    },
    provisionUserPoolGroup: (logicalId, properties) => {
      made[logicalId] = properties;
      return logicalId;
    },
    userPoolClientSecret: () => null,
    issuer: (userPoolId) => `http://localhost:4001/${userPoolId}`,
  };
}

export function load(changes: AssemblyChanges = {}, userPools: Provisioner = provisioner()): Stack & { directory: string } {
  const directory = makeAssembly(changes);
  const assembly = readAssembly(directory);
  return { ...loadStack({ assembly, userPools, apiKey: 'da2-key', graphqlUrl: 'http://localhost:4000/graphql' }), directory };
}

/** A resource of the stack with other properties. */
export function changed(logicalId: string, properties: Record<string, unknown>): Record<string, TemplateResource> {
  const { Type, Properties } = resources[logicalId] ?? { Type: '' };
  return { [logicalId]: { Type, Properties: { ...Properties, ...properties } } };
}
