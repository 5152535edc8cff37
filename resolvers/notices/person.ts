import { type KnownUser, valuesOf } from '../activity/owners.ts';

/** Who is told, and how. */
export interface Person {
  /** Null if the user has none that they have proved to be theirs. */
  readonly email: string | null;
  /** A language tag, or nothing. */
  readonly locale: string;
}

export function toPerson(user: KnownUser): Person {
  const values = valuesOf(user);
  return {
    email: values.get('email_verified') === 'true' ? (values.get('email') ?? null) : null,
    locale: values.get('locale') ?? '',
  };
}
