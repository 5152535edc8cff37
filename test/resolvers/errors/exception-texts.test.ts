import { describe, expect, test } from 'vitest';
import { textRows } from '../../../resolvers/errors/exception-texts.ts';
import { toFailure } from '../../../resolvers/errors/failure.ts';
import { cognitoError } from './cognito-errors.ts';
import { texts } from './cognito-texts.ts';

describe('a text that tells the meaning', () => {
  test.each(texts)('%s · %s · %s', (field, name, text, code, input) => {
    expect(toFailure(field, cognitoError(name, text))).toMatchObject({ code, field: input });
  });

  test('each row of the table is met by one of them', () => {
    const unmetRows = textRows.filter(
      (row) => !texts.some(([field, name, text]) => row.exception === name && (row.in ?? field) === field && row.text.test(text)),
    );
    expect(unmetRows).toEqual([]);
  });
});
