/** Of what the owner of an account can be told by mail. In the words of the settings. */
export const NoticeKind = {
  passwordChanged: 'passwordChanged',
  addressChanged: 'addressChanged',
  factorAdded: 'factorAdded',
  factorRemoved: 'factorRemoved',
  recoveryCodesMade: 'recoveryCodesMade',
  accessRecovered: 'accessRecovered',
  accountDeleted: 'accountDeleted',
} as const;
export type NoticeKind = keyof typeof NoticeKind;
