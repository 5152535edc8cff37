import type { Backstage } from '../cognito/developer/backstage.ts';
import type { Outputs } from '../data/outputs.ts';
import { loadSeed, type SeedResult } from '../seed/load-seed.ts';
import type { SeedUser } from '../seed/seed-file.ts';

export interface SeedOptions {
  readonly backstage: Backstage;
  readonly outputs: () => Outputs;
  /** Undefined is none. */
  readonly seedFile: string | undefined;
}

export interface Seed {
  /** As the file says now. Rejects with `SeedError`; undefined where there is no file to read. */
  users(): Promise<readonly SeedUser[] | undefined>;
  /** Brings all of them, or the one of this name, into their states, one load at a time. Rejects as `users`. */
  load(username?: string): Promise<readonly SeedResult[] | undefined>;
}

export function createSeed({ backstage, outputs, seedFile }: SeedOptions): Seed {
  let running: Promise<unknown> = Promise.resolve();
  const users = async (): Promise<readonly SeedUser[] | undefined> => {
    if (seedFile === undefined) return undefined;
    // Its schemas are loaded when somebody looks, not at the start.
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
