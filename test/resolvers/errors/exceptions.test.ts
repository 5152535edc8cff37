import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { textRows } from '../../../resolvers/errors/exception-texts.ts';
import { rows } from '../../../resolvers/errors/exceptions.ts';
import { toFailure } from '../../../resolvers/errors/failure.ts';
import { AuthErrorCode } from '../../../resolvers/generated/schema.ts';
import { cognitoError, commands, thrownBy } from './cognito-errors.ts';

/** Exceptions that no operation of the schema can meet yet. */
const unmet = [
  'DuplicateProviderException',
  'InvalidOAuthFlowException',
  'ManagedLoginBrandingExistsException',
  'ScopeDoesNotExistException',
  'ServiceQuotaExceededException',
  'TermsExistsException',
  'TierChangeNotAllowedException',
  'UnsupportedIdentityProviderException',
  'UserImportInProgressException',
  'UserPoolAddOnNotEnabledException',
  'UserPoolTaggingException',
];

const exported = Object.keys(sdk).filter((name) => name.endsWith('Exception') && !name.endsWith('ServiceException'));

describe('the table', () => {
  test.each(exported)('%s has a decision', (name) => {
    const decided = rows.has(name) || Array.from(rows.keys()).some((key) => key.endsWith(`/${name}`));
    expect(decided !== unmet.includes(name), `${name} must be in the table, or among the unmet, and not in both`).toBe(true);
  });

  test('names no exception that the SDK does not have', () => {
    const named = [
      ...Array.from(rows.keys(), (key) => key.split('/').at(-1)),
      ...textRows.map(({ exception }) => exception),
      ...unmet,
    ];
    expect(named.filter((name) => !exported.includes(name ?? ''))).toEqual(['NotImplementedException']);
  });

  const met = Object.entries(commands).flatMap(([field, names]) =>
    names.flatMap(thrownBy).map((name): [string, string] => [field, name]),
  );

  test('is walked over what the SDK documents', () => {
    expect(met.length).toBeGreaterThan(130);
  });

  test.each(met)('%s answers %s with a code of the schema', (field, name) => {
    const failure = toFailure(field, cognitoError(name, 'Some text.'));
    expect(Object.values(AuthErrorCode)).toContain(failure.code);
    expect(failure.message).toMatch(/^[A-Z`].*[.!]$/);
    expect(rows.has(`${field}/${name}`) || rows.has(name)).toBe(true);
  });
});
