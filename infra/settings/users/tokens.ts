import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const tokens = z.strictObject({
  accessMinutes: setting(z.int().min(5).max(1440).default(1440), {
    is: 'How long an access token is valid; at most one day.',
    unit: 'minutes',
    becomes: '`AWS::Cognito::UserPoolClient.AccessTokenValidity`',
  }),
  idMinutes: setting(z.int().min(5).max(1440).default(1440), {
    is: 'How long an ID token is valid; at most one day.',
    unit: 'minutes',
    becomes: '`AWS::Cognito::UserPoolClient.IdTokenValidity`',
  }),
  refreshDays: setting(z.int().min(1).max(3650).default(30), {
    is: 'How long a refresh token is valid.',
    unit: 'days',
    becomes: '`AWS::Cognito::UserPoolClient.RefreshTokenValidity`',
  }),
  rotation: setting(
    z
      .strictObject({
        graceSeconds: setting(z.int().min(0).max(60).default(30), {
          is: 'How long the previous refresh token still works, in case the answer with the new one was lost.',
          unit: 'seconds',
          becomes: '`AWS::Cognito::UserPoolClient.RefreshTokenRotation.RetryGracePeriodSeconds`',
        }),
      })
      .nullable()
      .default(null),
    {
      is:
        'Whether each refresh issues a new refresh token and ends the previous one; null if not. This disables ' +
        '`REFRESH_TOKEN_AUTH`, which older clients of Cognito use.',
      becomes: '`AWS::Cognito::UserPoolClient.RefreshTokenRotation`',
    },
  ),
  sessions: setting(
    z
      .strictObject({
        maxPerUser: setting(z.int().min(1).max(100).default(20), {
          is: 'How many sessions a user may have. A further sign-in ends the session that was unused for the longest time.',
          unit: 'sessions',
          becomes: '`AWS::Cognito::UserPoolSessionConfigurationAttachment.TokenSession.MaxPerUser`',
        }),
      })
      .nullable()
      .default(null),
    {
      is:
        'Whether Cognito keeps a list of sessions, which users can see and end one by one; null if not. Without ' +
        "it, changing the password ends all sessions, including the caller's. Requires `signIn.plan` ESSENTIALS.",
      becomes: '`AWS::Cognito::UserPoolSessionConfigurationAttachment`, `TRACKS_SESSIONS` of the account function',
    },
  ),
  challengeMinutes: setting(z.int().min(3).max(15).default(3), {
    is: 'How long a challenge can be answered.',
    unit: 'minutes',
    becomes: '`AWS::Cognito::UserPoolClient.AuthSessionValidity`',
  }),
});
