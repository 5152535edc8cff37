import { expect, test } from 'vitest';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import { templateOf } from '../../../support/infra/stack.ts';

const type = 'AWS::Cognito::UserPoolSessionConfigurationAttachment';
const attachments = (tokens: object) =>
  Object.values(templateOf(parseSettings({ naming: { stackName: 'Test' }, tokens })).Resources).filter(
    (resource) => resource.Type === type,
  );

test('sessions are tracked if the stage says so; otherwise there is no resource', () => {
  expect(attachments({})).toEqual([]);
  expect(attachments({ sessions: { maxPerUser: 5 } })).toMatchObject([
    {
      Properties: {
        UserPoolId: { Ref: expect.stringMatching(/^AuthUsersPool/) },
        UserSessionTracking: 'ENABLED',
        TokenSession: { MaxPerUser: 5 },
      },
    },
  ]);
});
