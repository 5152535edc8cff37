interface Event {
  readonly request: { readonly clientMetadata?: Readonly<Record<string, string>> };
  response: object;
}

/** PreTokenGeneration V2_0 that adds a scope, and a claim to either token. */
export async function handler(event: Event): Promise<Event> {
  const tenant = event.request.clientMetadata?.['tenant'] ?? process.env['TENANT'];
  const claimsToAddOrOverride = { tenant, plan: { seats: 3 }, sub: 'somebody else' };
  event.response = {
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToAddOrOverride, claimsToSuppress: ['email_verified'] },
      accessTokenGeneration: { claimsToAddOrOverride, scopesToAdd: ['orders/read'] },
    },
  };
  return event;
}
