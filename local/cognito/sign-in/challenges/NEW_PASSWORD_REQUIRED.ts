import { newPassword } from '../../secrets/passwords.ts';
import type { Attributes } from '../../store/users/user-store.ts';
import { checkSchema, checkWritable, missing, withChanges } from '../../users/attributes.ts';
import { invalidParameter, invalidSession, notAuthorized } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Rule } from '../steps/outcome.ts';
import type { Answers } from '../steps/step.ts';

export const NEW_PASSWORD_REQUIRED: Rule<'NEW_PASSWORD_REQUIRED'> = {
  show: (_step, { pool, user }) => ({
    USER_ID_FOR_SRP: user.username,
    requiredAttributes: JSON.stringify(missing(pool.settings, user.attributes).map((name) => `userAttributes.${name}`)),
    userAttributes: JSON.stringify(user.attributes),
  }),
  answer({ amr }, answers, { pool, client, user }, services) {
    if (user.status !== 'FORCE_CHANGE_PASSWORD') throw invalidSession();
    const password = requiredAnswer(answers, 'NEW_PASSWORD');
    const added = userAttributes(answers);
    const given = Object.keys(added).find((name) => user.attributes[name]);
    if (given) throw notAuthorized(`Cannot modify an already provided ${given}`);
    checkWritable(client, Object.keys(added));
    checkSchema(pool.settings, added, false);
    const attributes = withChanges(user.attributes, added);
    const [absent] = missing(pool.settings, attributes);
    if (absent) throw invalidParameter(`Invalid attributes given, ${absent} is missing`);
    const change = {
      status: 'CONFIRMED',
      password: newPassword(services, pool, user, password),
      passwordExpiresAt: null,
      credential: user.credential + 1,
      attributes,
    } as const;
    return { change, proven: { amr } };
  },
};

/** `userAttributes.<name>` entries of an answer. */
function userAttributes(answers: Answers): Attributes {
  const prefix = 'userAttributes.';
  const entries = Object.entries(answers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]));
}
