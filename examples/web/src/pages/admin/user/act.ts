import type { ApolloClient } from '@apollo/client';
import type { ReactNode } from 'react';
import type { AdminUserQuery } from '../../../generated/admin.ts';
import type { Config } from '../../../site/settings-context.ts';
import type { Fields } from '../../../ui/form.tsx';

export type AdminUser = AdminUserQuery['user'];

/** Something that an administrator can do to a user, after a dialog has said what it does. */
export interface Act {
  /** What the button says. */
  readonly name: string;
  /** What it will do, in full sentences, before it is done. */
  readonly does: string;
  /** What is said when it is done. */
  readonly done: string;
  /** Whether it takes something away from the user. Default: false. */
  readonly isDangerous?: boolean;
  /** Whether it means anything for this user in this deployment. Default: always. */
  readonly isOffered?: (user: AdminUser, config: Config) => boolean;
  /** What has to be filled in. */
  readonly fields?: (user: AdminUser, config: Config) => ReactNode;
  /** Whether there is no user afterwards. */
  readonly isFarewell?: boolean;
  readonly run: (call: Run) => Promise<unknown>;
}

interface Run {
  readonly client: Pick<ApolloClient, 'mutate'>;
  readonly user: AdminUser;
  readonly fields: Fields;
  /** Whether the administrator has been told that they are the last one, and means it. */
  readonly evenIfLast: boolean;
}
