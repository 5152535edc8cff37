/** The kinds of changes that the owner of an account can be notified of, with their names in the settings. */
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
