import type { GraphqlApiModel } from '../appsync/model/graphql-api-model.ts';
import type { Backstage } from '../cognito/developer/backstage.ts';
import type { UserOverview } from '../cognito/developer/overview.ts';
import type { Outputs } from '../data/outputs.ts';
import type { SeedUser } from '../seed/seed-file.ts';
import type { Clock } from '../world/clock.ts';
import { BadRequest } from './body.ts';
import type { Row, Shown } from './render/render-page.ts';
import { renderPerson } from './render/render-person.ts';
import { renderSeedBar } from './render/render-seed.ts';
import type { Seed } from './seed.ts';

export interface PeopleOptions {
  readonly backstage: Backstage;
  readonly outputs: () => Outputs;
  readonly clock: Clock;
  readonly seed: Seed;
  /** The stack that is running now. */
  readonly stack: () => { readonly api: Pick<GraphqlApiModel, 'resolvers'> };
}

export interface People {
  shown(text: string): Promise<Shown>;
  /** For programs. Throws `BadRequest`. */
  list(text: string, limit: string | null): UserOverview[];
}

const othersAtOnce = 30;

export function createPeople({ backstage, outputs, clock, seed, stack }: PeopleOptions): People {
  return {
    async shown(text) {
      const { UserPoolId } = outputs();
      const { users: all, problem } = await seedUsers(seed);
      const wanted = all.filter((user) => matches(user, text));
      const present = backstage.usersNamed(
        UserPoolId,
        all.map(({ username }) => username),
      );
      const isAdministered = hasAdministration(stack().api);
      const seeded = new Set(present.map((user) => user?.sub));
      const found = backstage.users(UserPoolId, text, othersAtOnce + all.length + 1).filter(({ sub }) => !seeded.has(sub));
      const row = (user: UserOverview | undefined, seedUser: SeedUser | undefined): Row => {
        // Seed users keep their place on the page when they are created again.
        const id = seedUser ? `seed-${seedUser.username}` : `user-${user?.sub}`;
        return {
          id,
          markup: renderPerson({
            id,
            user,
            seed: seedUser,
            until: until(clock, user),
            isAdministered,
          }),
        };
      };
      return {
        text,
        seed: renderSeedBar({ users: all, areLoaded: present.some((user) => user !== undefined), problem }),
        rows: [
          ...wanted.map((user) => row(present[all.indexOf(user)], user)),
          ...found.slice(0, othersAtOnce).map((user) => row(user, undefined)),
        ],
        rest: found.length > othersAtOnce,
      };
    },
    list(text, limit) {
      const count = limit === null ? 60 : Number(limit);
      if (!Number.isInteger(count) || count < 1 || count > 1000)
        throw new BadRequest('limit must be a whole number from 1 to 1000.');
      return backstage.users(outputs().UserPoolId, text, count);
    },
  };
}

/** In a stage without administration, the fields of administrators have a resolver that calls no function. */
function hasAdministration({ resolvers }: Pick<GraphqlApiModel, 'resolvers'>): boolean {
  return resolvers.some(
    ({ typeName, fieldName, dataSource }) => typeName === 'Query' && fieldName === 'user' && dataSource.type === 'AWS_LAMBDA',
  );
}

/** If the file is invalid, the other users are still shown. */
async function seedUsers(seed: Seed): Promise<{ users: readonly SeedUser[]; problem: string | null }> {
  try {
    return { users: (await seed.users()) ?? [], problem: null };
  } catch (error) {
    if (error instanceof Error && error.name === 'SeedError') return { users: [], problem: error.message };
    throw error;
  }
}

function matches({ username, email = '', phoneNumber = '' }: SeedUser, text: string): boolean {
  return [username, email, phoneNumber].some((name) => name.toLowerCase().includes(text.toLowerCase()));
}

/** When the code of the user's authenticator app expires, by the browser's clock, which shows the real time. */
function until({ world, offsetSeconds }: Clock, user: UserOverview | undefined): number {
  return (Math.floor(world.now() / 1000) + (user?.totp?.secondsLeft ?? 0) - offsetSeconds()) * 1000;
}
