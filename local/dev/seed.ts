import type { Backstage } from '../cognito/developer/backstage.ts';
import type { Outputs } from '../data/outputs.ts';
import { loadSeed, type SeedResult } from '../seed/load-seed.ts';
import type { SeedUser } from '../seed/seed-file.ts';

export interface SeedOptions {
  readonly backstage: Backstage;
  readonly outputs: () => Outputs;
  /** Undefined if there is none. */
  readonly seedFile: string | undefined;
}

export interface Seed {
  /** The users in the file as it is now. Rejects with `SeedError`; undefined if there is no file. */
  users(): Promise<readonly SeedUser[] | undefined>;
  /** Puts all of them, or the one with this name, into their states, one load at a time. Rejects like `users`. */
  load(username?: string): Promise<readonly SeedResult[] | undefined>;
}

export function createSeed({ backstage, outputs, seedFile }: SeedOptions): Seed {
  let running: Promise<unknown> = Promise.resolve();
  const users = async (): Promise<readonly SeedUser[] | undefined> => {
    if (seedFile === undefined) return undefined;
    // Its schemas are loaded at the first use, not at the start.
    const { readSeedFile } = await import('../seed/seed-file.ts');
    return readSeedFile(seedFile);
  };
  return {
    users,
    load(username) {
      const load = async (): Promise<readonly SeedResult[] | undefined> => {
        const wanted = (await users())?.filter((user) => username === undefined || user.username === username);
        const { UserPoolId: userPoolId, UserPoolClientId: clientId } = outputs();
        return wanted && loadSeed({ backstage, userPoolId, clientId }, wanted);
      };
      const loaded = running.then(load);
      running = loaded.catch(() => undefined);
      return loaded;
    },
  };
}
