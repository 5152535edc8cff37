import { admit, emailDomains, type PreSignUpEvent } from './email-domains.ts';

const domains = emailDomains(process.env);

/** The PreSignUp trigger of `signUp.emailDomains`. It needs no rights. */
export const handler = async (event: PreSignUpEvent): Promise<PreSignUpEvent> => admit(event, domains);
