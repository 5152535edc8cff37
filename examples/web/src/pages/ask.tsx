import { useApolloClient } from '@apollo/client/react';
import { useId, useState } from 'react';
import { ApiError, apiErrorOf } from '../auth/api-error.ts';
import { GptDocument, type GptQuery } from '../generated/account.ts';
import { type Config, useSettings } from '../site/settings-context.ts';
import { Field } from '../ui/fields.tsx';
import { type Fields, Form, Submit, useFieldError, usePending } from '../ui/form.tsx';
import { Card } from '../ui/screen.tsx';

/** One question to a language model, behind the sign-in. */
export function AskPage() {
  const { config } = useSettings();
  const client = useApolloClient();
  const [reply, setReply] = useState<GptQuery['gpt'] | null>(null);
  const [isOwn, setOwn] = useState(false);

  async function ask(fields: Fields): Promise<void> {
    setReply(null);
    const message = fields('message').trim();
    if (message === '') throw new ApiError('INVALID_INPUT', 'Ask something.', { field: 'message' });
    const variables = { message, key: fields('key') || null, model: fields('model').trim() || null };
    try {
      const { data } = await client.query({ query: GptDocument, variables, fetchPolicy: 'no-cache' });
      setReply(data?.gpt ?? null);
    } catch (refusal) {
      const error = apiErrorOf(refusal);
      if (error.code !== 'GPT_NOT_CONFIGURED') throw error;
      setOwn(true);
      const text = 'This site has no key for a language model. Enter one of your own.';
      throw new ApiError(error.code, text, { field: 'key', cause: refusal });
    }
  }

  return (
    <Card title="Ask a language model" wide>
      <section>
        <Form label="Question" onSubmit={ask}>
          <Question limits={config.gptLimits} />
          <details open={isOwn} onToggle={({ currentTarget }) => setOwn(currentTarget.open)}>
            <summary>With a key or a model of your own</summary>
            <Field
              label="API key"
              name="key"
              type="password"
              autoComplete="off"
              hint="The API passes it on to the provider and does not store it."
            />
            <Field label="Model" name="model" autoComplete="off" />
          </details>
          <Submit>Ask</Submit>
          <Pending />
        </Form>
        <div role="status">
          {reply && (
            <article className="reply">
              <p className="answer">{reply.text}</p>
              {reply.truncated && <p className="notice">The answer was longer than this site allows, so its end is missing.</p>}
              <p className="hint">
                {reply.model}
                {reply.usage && `, ${reply.usage.inputTokens} tokens in, ${reply.usage.outputTokens} out`}
              </p>
            </article>
          )}
        </div>
      </section>
    </Card>
  );
}

function Question({ limits }: { limits: Config['gptLimits'] }) {
  const id = useId();
  const { errorId, message } = useFieldError('message');
  const daily = limits?.requestsPerDay;
  const described = [daily && `${id}-hint`, message && errorId].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>Your question</label>
      <textarea
        id={id}
        name="message"
        rows={4}
        maxLength={limits?.messageCharacters}
        required
        readOnly={usePending()}
        aria-invalid={message ? true : undefined}
        aria-describedby={described || undefined}
      />
      {daily && (
        <p id={`${id}-hint`} className="hint">
          You may ask {daily} {daily === 1 ? 'question' : 'questions'} a day.
        </p>
      )}
      <div role="alert">
        {message && (
          <p id={errorId} className="field-error">
            {message}
          </p>
        )}
      </div>
    </div>
  );
}

function Pending() {
  return usePending() ? <p role="status">The model thinks …</p> : null;
}
