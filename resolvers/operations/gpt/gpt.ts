import type { FieldOperation } from '../../call/operation.ts';
import { AuthError, invalidInput } from '../../errors/auth-error.ts';
import type { QueryGptArgs } from '../../generated/schema.ts';
import type { Question } from '../../gpt/chat.ts';
import { ProviderError } from '../../gpt/chat-refusal.ts';
import { requireProvenAddress } from '../../gpt/proven-address.ts';
import { isGiven } from '../../input/input.ts';
import type { GptContext } from '../contexts.ts';

/** For the key, the count and the answer together. The function itself ends after 28 s, AppSync after 30 s. */
const BUDGET_MS = 25_000;

export const gpt: FieldOperation<'gpt', GptContext> = async (args, context) => {
  const { chat, apiKey, cognito, countQuestion, defaultModel, paysFor, messageCharacters, now, request } = context;
  const endsAt = now() + BUDGET_MS;
  const timeLeft = () => Math.max(1, Math.floor(endsAt - now()));
  const message = readMessage(args, messageCharacters);
  const model = readModel(args) ?? defaultModel;
  const own = readKey(args);
  // Otherwise any user could spend the deployment's money on the most expensive model.
  if (!own && !paysFor(model))
    throw invalidInput('model', '`model` must be a model of this deployment, unless you send your own `key`.');
  if (context.wantsProvenAddress) await requireProvenAddress(cognito, request);
  const key = own ?? (await deploymentKey(apiKey));
  // Counted last, just before sending, and never taken back: providers also count requests that they refuse, and charge
  // for answers that come too late. A question with the caller's own key counts for its user, since each takes seconds.
  await countQuestion?.({ sub: subOf(request), isPaidHere: !own }, timeLeft());
  try {
    return await chat({ ...key, model, message, timeoutMs: timeLeft() });
  } catch (error) {
    if (key.keyOwner === 'deployment' && isKeyRefused(error)) apiKey.forget();
    throw error;
  }
};

/** Whether the key may have been rotated. No other failure is a reason to read it again. */
function isKeyRefused(error: unknown): boolean {
  return error instanceof AuthError && error.cause instanceof ProviderError && error.cause.isAboutKey;
}

/** The field is only for signed-in users. */
function subOf({ identity }: GptContext['request']): string {
  if (identity === null) throw new Error('A question without a user cannot be counted.');
  return identity.sub;
}

type Key = Pick<Question, 'apiKey' | 'keyOwner'>;

async function deploymentKey(apiKey: GptContext['apiKey']): Promise<Key> {
  const key = await apiKey.read();
  if (key === null) throw new AuthError('GPT_NOT_CONFIGURED', 'There is no key for the language model. Send `key`.');
  return { apiKey: key, keyOwner: 'deployment' };
}

function readMessage({ message }: QueryGptArgs, limit: number): string {
  // Counts characters as people do, not UTF-16 units. The first test avoids counting a text that is certainly too long.
  if (message.length > limit * 2 || Array.from(message).length > limit) {
    throw invalidInput('message', `\`message\` must have at most ${limit} characters.`);
  }
  if (message.trim() === '') throw invalidInput('message', '`message` must not be empty.');
  return message;
}

function readModel({ model }: QueryGptArgs): string | undefined {
  if (!isGiven(model)) return undefined;
  if (!/^[\w.:/-]{1,128}$/.test(model)) {
    throw invalidInput('model', '`model` must have 1 to 128 letters, digits, and `.`, `_`, `:`, `/`, `-`.');
  }
  return model;
}

/** It is sent in a header, so it may contain only what a header can. */
function readKey({ key }: QueryGptArgs): Key | undefined {
  if (!isGiven(key)) return undefined;
  if (!/^[\x21-\x7e]{1,512}$/.test(key)) {
    throw invalidInput('key', '`key` must have 1 to 512 visible ASCII characters.');
  }
  return { apiKey: key, keyOwner: 'caller' };
}
