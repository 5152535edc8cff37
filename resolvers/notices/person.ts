import { type KnownUser, valuesOf } from '../activity/owners.ts';

/** The person to notify. */
export interface Person {
  /** Null if the user has no verified address. */
  readonly email: string | null;
  /** A language tag, or an empty string. */
  readonly locale: string;
}

export function toPerson(user: KnownUser): Person {
  const values = valuesOf(user);
  return {
    email: values.get('email_verified') === 'true' ? (values.get('email') ?? null) : null,
    locale: values.get('locale') ?? '',
  };
}
