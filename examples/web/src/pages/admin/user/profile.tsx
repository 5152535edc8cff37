import { When } from '../../../ui/when.tsx';
import { Row, Rows } from '../../account/card/rows.tsx';
import { Section } from '../../account/card/section.tsx';
import { attributeLabel } from '../../wording/attributes.ts';
import { firstSteps, secondSteps, stateExplained, stateInWords } from '../parts/wording.ts';
import type { AdminUser } from './act.ts';

/** What a row of its own tells already. */
const told = new Set(['sub', 'email', 'email_verified', 'phone_number', 'phone_number_verified']);

/** Who the user is, and in which state, in words. */
export function Profile({ user }: { user: AdminUser }) {
  const { factors, recoveryCodes } = user;
  const first = factors.firstFactors.flatMap((factor) => firstSteps[factor] ?? []);
  const second = factors.mfa.enabled.map(
    (factor) => `${secondSteps[factor] ?? factor}${factor === factors.mfa.preferred ? ' (asked first)' : ''}`,
  );
  return (
    <Section id="profile" title="The user">
      <p>
        <strong>{stateInWords(user)}.</strong> {stateExplained(user)}
      </p>
      <Rows>
        <Row name="E-mail">{addressInWords(user.email, user.emailVerified)}</Row>
        <Row name="Phone number">{addressInWords(user.phoneNumber, user.phoneNumberVerified)}</Row>
        <Row name="Signs in with">{first.join(', ') || 'nothing yet'}</Row>
        <Row name="Second steps">{second.join(', ') || 'none'}</Row>
        {recoveryCodes && (
          <Row name="Recovery codes">{recoveryCodes.remaining === 0 ? 'none' : `${recoveryCodes.remaining} left`}</Row>
        )}
        {user.attributes
          .filter(({ name }) => !told.has(name))
          .map(({ name, value }) => (
            <Row key={name} name={attributeLabel(name)}>
              {value}
            </Row>
          ))}
        <Row name="Id (sub)">
          <code>{user.sub}</code>
        </Row>
        <Row name="Created">
          <When at={user.createdAt} />
        </Row>
        <Row name="Last changed">
          <When at={user.lastModifiedAt} />
        </Row>
      </Rows>
    </Section>
  );
}

function addressInWords(address: string | null, isVerified: boolean): string {
  if (address === null) return 'none';
  return isVerified ? `${address}, verified` : `${address}, not verified`;
}
