import type { MeQuery } from '../../generated/operations.ts';

/** The signed-in user. */
export type Me = MeQuery['me'];
