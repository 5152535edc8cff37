import type { MeQuery } from '../../../generated/account.ts';

/** The signed-in user. */
export type Me = MeQuery['me'];
