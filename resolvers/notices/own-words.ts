import type { NoticeKind } from '../config/notice-kind.ts';

/** A plain-text mail. `{when}`, `{device}`, `{ipAddress}` and `{detail}` stand for the details of the change. */
export interface NoticeWords {
  readonly subject: string;
  readonly text: string;
}

const ifItWasNot =
  'If that was you, there is nothing to do.\n\n' +
  'If it was not, choose a new password now, with "Forgot your password?" on the sign-in page. That signs ' +
  'everybody out. Then sign in and check your ' +
  'passkeys, your other ways to sign in and your addresses.\n';

const where = '{when}, {device}, {ipAddress}';

/** The texts for stages that have none of their own. */
export const ownWords: Readonly<Record<NoticeKind, NoticeWords>> = {
  passwordChanged: {
    subject: 'Your password was changed',
    text: `The password of your account was changed.\n\n${where}\n\n${ifItWasNot}`,
  },
  addressChanged: {
    subject: 'Your account has another address',
    text: `An address of your account was changed or removed: {detail}.\n\n${where}\n\n${ifItWasNot}`,
  },
  factorAdded: {
    subject: 'A way to sign in was added',
    text: `A way to sign in was added to your account: {detail}.\n\n${where}\n\n${ifItWasNot}`,
  },
  factorRemoved: {
    subject: 'A way to sign in was removed',
    text: `A way to sign in was removed from your account: {detail}.\n\n${where}\n\n${ifItWasNot}`,
  },
  recoveryCodesMade: {
    subject: 'You have new recovery codes',
    text: `New recovery codes were made for your account. The old ones no longer work.\n\n${where}\n\n${ifItWasNot}`,
  },
  accessRecovered: {
    subject: 'A recovery code was used',
    text:
      'Somebody used a recovery code of your account. Its second factors are off now, and all sessions have ended.\n\n' +
      `${where}\n\n${ifItWasNot}`,
  },
  accountDeleted: {
    subject: 'Your account was deleted',
    text: `Your account was deleted, with all that belongs to it.\n\n${where}\n`,
  },
};
