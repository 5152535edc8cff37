import { type CustomMessageEvent, inWords, type MessageTexts } from './message-texts.ts';

/** Replaced by the bundler (infra/code/bundle.ts). */
declare const MESSAGE_TEXTS: MessageTexts;

/**
 * The CustomMessage trigger of `messages.languages` and of the texts that Cognito has no setting for. It needs no
 * rights.
 */
export const handler = async (event: CustomMessageEvent): Promise<CustomMessageEvent> => inWords(event, MESSAGE_TEXTS);
