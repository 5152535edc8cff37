import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { GenerateRecoveryCodesDocument, RecoveryCodesDocument } from '../../generated/account.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { When } from '../../ui/when.tsx';
import { refetching } from './card/refetching.ts';
import { Loaded, Section, useHeading } from './card/section.tsx';

/** Codes for signing in when the second step is lost. They are shown once. */
export function RecoveryCodes() {
  const query = useQuery(RecoveryCodesDocument, { fetchPolicy: 'cache-and-network' });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const heading = useHeading();
  const [generate] = useMutation(GenerateRecoveryCodesDocument, refetching('RecoveryCodes'));

  return (
    <Section id="recovery-codes" title="Recovery codes" heading={heading.ref}>
      {codes ? (
        <NewCodes
          codes={codes}
          onKept={() => {
            setCodes(null);
            heading.focus();
          }}
        />
      ) : (
        <Loaded query={query}>
          {({ recoveryCodes: { remaining, createdAt } }) => (
            <>
              <p>If you lose your phone, a recovery code lets you in. Each works once, together with your password.</p>
              {createdAt !== null && (
                <p>
                  You have <strong>{remaining}</strong> left of those made <When at={createdAt} />.
                </p>
              )}
              <Form onSubmit={async () => setCodes((await generate()).data?.generateRecoveryCodes ?? null)}>
                <Submit look="secondary">{createdAt === null ? 'Make recovery codes' : 'Replace them with new ones'}</Submit>
              </Form>
            </>
          )}
        </Loaded>
      )}
    </Section>
  );
}

function NewCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { announce } = useAnnouncer();
  const list = useRef<HTMLUListElement>(null);
  // The button that led here is gone.
  useEffect(() => list.current?.focus(), []);
  const text = codes.join('\n');

  return (
    <>
      <p>
        Keep these codes where you will find them without your phone. We cannot show them again, and older codes no longer work.
      </p>
      <ul className="codes" ref={list} tabIndex={-1} aria-label="Your recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="secondary"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => announce('The codes are copied.'),
              () => announce('The browser does not let this page copy. Select the codes instead.'),
            )
          }
        >
          Copy
        </button>
        <button type="button" className="secondary" onClick={() => download('recovery-codes.txt', `${text}\n`)}>
          Download
        </button>
        <button type="button" className="primary" onClick={onKept}>
          I have kept them
        </button>
      </div>
    </>
  );
}
