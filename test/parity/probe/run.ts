import { randomBytes } from 'node:crypto';
import { recorder } from './recorder.ts';
import type { Recording, Story } from './story.ts';
import type { NotRun, Target } from './target.ts';
import { withoutVolatile } from './volatile.ts';

/** The names of users that the probe makes: the story's word, and eight digits of its run. */
export const probeName = /^[a-z]+-[0-9a-f]{8}$/;

/** Runs a story and gives what was asked and answered, or why it cannot be run against this target. */
export async function runStory(story: Story, target: Target): Promise<Recording | NotRun> {
  const opened = await target.open(story);
  if ('notRun' in opened) return opened;
  const { userPoolId, clientId, cognito, post, now, advance, codeFor, close } = opened;
  const names = new Map<string, string>();
  const { steps, quietly, stop } = recorder(cognito, names);
  try {
    if (story.needs === 'clock' && advance === undefined) return { notRun: 'The story moves the clock.' };
    if (story.needs === 'mailbox' && codeFor === undefined) return { notRun: 'The story reads a code from a mail.' };
    const run = randomBytes(4).toString('hex');
    const password = `Probe-${randomBytes(9).toString('base64url')}-1a`;
    names.set(userPoolId, '<pool>').set(clientId, '<client>').set(password, '<password>').set(`-${run}`, '');
    await story.run({
      userPoolId,
      clientId,
      cognito,
      quietly,
      password,
      name: (short) => `${short}-${run}`,
      // The mailbox simulator of SES takes the mail and counts against no reputation.
      address: (short) => `${short}-${run}@simulator.amazonses.com`,
      async post(operation, body) {
        const { status, body: text } = await post(operation, JSON.stringify(body));
        const input = withoutVolatile(body, names);
        steps.push({ operation, input, output: { status, body: withoutVolatile(JSON.parse(text), names) } });
      },
      now,
      advance: advance ?? unneeded('clock'),
      codeFor: codeFor ?? unneeded('mailbox'),
    });
    return { story: story.name, from: target.from, steps };
  } finally {
    stop();
    await close();
  }
}

/** A story that does not say what it needs is a bug, and would be run where it cannot be. */
function unneeded(need: string): () => never {
  return () => {
    throw new Error(`The story must say \`needs: '${need}'\`.`);
  };
}
