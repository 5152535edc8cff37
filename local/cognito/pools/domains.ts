import type { Services } from '../services.ts';
import { domain } from '../settings/cloud-formation.ts';
import type { PoolDomain } from '../store/federation/domain-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import { CognitoError, invalidParameter } from '../wire/errors.ts';
import { type Input, integer, oneOf, parse, required, string, structure, unimplemented } from '../wire/members.ts';
import { arn, userPoolId } from '../wire/model.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html

const host = string({
  min: 1,
  max: 255,
  pattern: '(?:[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?',
});

const members = {
  Domain: required(string({ min: 1, max: 255 })),
  UserPoolId: required(userPoolId),
  ManagedLoginVersion: integer(1, 2),
  CustomDomainConfig: structure({
    CertificateArn: required(arn),
    SecurityPolicy: oneOf('TLS_V1', 'TLS_V1_2_2021', 'TLS_V1_3_2025'),
  }),
  /** The failover to a replica in another Region. */
  Routing: unimplemented('Routing'),
};

/** The input of CreateUserPoolDomain and UpdateUserPoolDomain; `AWS::Cognito::UserPoolDomain` has the same members. */
export const domainInput = structure(members);
type DomainInput = Input<typeof members>;

type Effects = Pick<Services, 'domains' | 'transaction'>;

/**
 * Throws InvalidParameterException for a domain that any pool has, and for a second prefix or host of the pool.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.domain
 */
export function createDomain(effects: Effects, pool: UserPool, input: DomainInput): PoolDomain {
  const { domains, transaction } = effects;
  const created = read(pool, input, undefined);
  return transaction(() => {
    if (domains.find(created.domain)) throw invalidParameter('Domain already associated with another user pool.');
    if (domains.ofPool(pool.id).some((other) => isSameKind(other, created))) {
      throw invalidParameter('User pool already has a domain configured.');
    }
    domains.put(created);
    return created;
  });
}

/** Throws InvalidParameterException for a domain that the pool does not have. */
export function updateDomain(effects: Effects, pool: UserPool, input: DomainInput): PoolDomain {
  const updated = read(pool, input, domainOf(effects, pool, input.Domain));
  effects.domains.put(updated);
  return updated;
}

/** Whether a pool has the endpoints of a domain. They are the same for a prefix and for a host of its own here. */
export function hasDomain({ domains }: Pick<Services, 'domains'>, poolId: string): boolean {
  return domains.ofPool(poolId).length > 0;
}

export function domainOf({ domains }: Pick<Services, 'domains'>, { id }: UserPool, name: string): PoolDomain {
  const found = domains.find(name);
  if (found?.poolId !== id) throw invalidParameter('No such domain or user pool exists.');
  return found;
}

/** Stores the domain of a template. It takes the place of the pool's other domain of its kind, and of another pool's. */
export function provisionDomain(effects: Effects, pool: UserPool, input: DomainInput): PoolDomain {
  const { domains, transaction } = effects;
  const provisioned = read(pool, input, undefined);
  return transaction(() => {
    for (const other of domains.ofPool(pool.id)) if (isSameKind(other, provisioned)) domains.remove(other.domain);
    domains.put(provisioned);
    return provisioned;
  });
}

function read({ id, settings }: UserPool, given: DomainInput, before: PoolDomain | undefined): PoolDomain {
  const { Domain, ManagedLoginVersion = before?.managedLoginVersion ?? 1, CustomDomainConfig } = given;
  if (before && (before.certificate === null) !== (CustomDomainConfig === undefined)) {
    throw invalidParameter('A prefix cannot become a custom domain, nor a custom domain a prefix.');
  }
  parse(structure({ Domain: required(CustomDomainConfig ? host : domain) }), { Domain });
  // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
  if (!CustomDomainConfig && /aws|amazon|cognito/.test(Domain)) {
    throw invalidParameter(`Domain cannot contain reserved word: ${/aws|amazon|cognito/.exec(Domain)?.[0]}`);
  }
  if (ManagedLoginVersion === 2 && settings.UserPoolTier === 'LITE') {
    throw new CognitoError('FeatureUnavailableInTierException', 'Managed login is not available in the LITE tier.');
  }
  const certificate = CustomDomainConfig
    ? { arn: CustomDomainConfig.CertificateArn, securityPolicy: CustomDomainConfig.SecurityPolicy ?? null }
    : null;
  return { domain: Domain, poolId: id, certificate, managedLoginVersion: ManagedLoginVersion };
}

function isSameKind(one: PoolDomain, other: PoolDomain): boolean {
  return (one.certificate === null) === (other.certificate === null);
}

/** No domain has a distribution: the pages are on the endpoint of the embedded pool. */
export function describeDomain({ accountId }: Pick<Services, 'accountId'>, pool: PoolDomain) {
  const { certificate } = pool;
  return {
    UserPoolId: pool.poolId,
    AWSAccountId: accountId,
    Domain: pool.domain,
    Status: 'ACTIVE' as const,
    ManagedLoginVersion: pool.managedLoginVersion,
    ...(certificate && {
      CustomDomainConfig: {
        CertificateArn: certificate.arn,
        ...(certificate.securityPolicy && { SecurityPolicy: certificate.securityPolicy }),
      },
    }),
  };
}
