import { ConfigurationError } from '../errors/configuration-error.ts';
import type { JsonValue } from '../template/json.ts';
import type { Deployed, Resources } from './deployed.ts';
import type { Harm } from './guard.ts';
import { guards } from './guards.ts';

/** Everything that a deployment of `after` would do to `before` but must not. */
export function harms(before: Deployed, after: Deployed): readonly Harm[] {
  return guards.flatMap(({ find }) => find(before, after));
}

/** A comparison of what is to be deployed with what is deployed. */
export interface Comparison {
  readonly before: Deployed;
  readonly after: Deployed;
  /** Where `before` comes from, for the error. */
  readonly source: string;
  /** The settings whose harm is intended: those that `--accept` names. */
  readonly accepted: readonly string[];
}

/**
 * Throws a ConfigurationError that names each setting that would make the deployment fail, or replace or lose a part of
 * the deployed stack, unless that is accepted.
 */
export function refuseHarm({ before, after, source, accepted }: Comparison): void {
  const found = harms(before, after).filter(({ setting }) => !accepted.includes(setting));
  if (found.length === 0) return;
  const names = [...new Set([...accepted, ...found.map(({ setting }) => setting)])].join();
  throw new ConfigurationError(`This must not be deployed over what is deployed according to ${source}:`, [
    ...found.map(
      ({ setting, what, was, becomes, loses, instead }) =>
        `${setting}: ${what} was ${shown(was)} and would be ${shown(becomes)}. ${loses} ${instead}`,
    ),
    `If you intend it: \`npm run deploy -- … --accept ${names}\`; for the CDK's own commands it is \`-c accept=${names}\`.`,
  ]);
}

function shown(value: JsonValue | undefined): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

/** What is bound for good stays in the record: passkeys of a host outlive a deployment without passkeys. */
export function carryOn(before: Deployed | null, after: Deployed): Deployed {
  const path = 'WebAuthnRelyingPartyID';
  const resources: Resources = Object.fromEntries(
    Object.entries(after.resources).map(([id, resource]) => {
      const host = before?.resources[id]?.properties[path];
      const isCarried =
        host !== undefined && resource.properties[path] === undefined && before?.resources[id]?.type === resource.type;
      return [id, isCarried ? { ...resource, properties: { ...resource.properties, [path]: host } } : resource];
    }),
  );
  return { ...after, resources };
}
