import { uuid } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { Branding } from '../store/federation/branding-store.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import { CognitoError, invalidParameter, resourceNotFound } from '../wire/errors.ts';
import { boolean, type Input, list, type Member, oneOf, required, string, structure } from '../wire/members.ts';
import { clientId, userPoolId } from '../wire/model.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
// A style is kept and returned. The pages of the embedded pool do not wear it.

const document: Member<unknown> = { read: (value) => value };
const asset = structure({
  Category: required(
    oneOf(
      ...['FAVICON_ICO', 'FAVICON_SVG', 'EMAIL_GRAPHIC', 'SMS_GRAPHIC', 'AUTH_APP_GRAPHIC', 'PASSWORD_GRAPHIC'],
      ...['PASSKEY_GRAPHIC', 'PAGE_HEADER_LOGO', 'PAGE_HEADER_BACKGROUND', 'PAGE_FOOTER_LOGO', 'PAGE_FOOTER_BACKGROUND'],
      ...['PAGE_BACKGROUND', 'FORM_BACKGROUND', 'FORM_LOGO', 'IDP_BUTTON_ICON'],
    ),
  ),
  ColorMode: required(oneOf('LIGHT', 'DARK', 'DYNAMIC')),
  Extension: required(oneOf('ICO', 'JPEG', 'PNG', 'SVG', 'WEBP')),
  // 1,000,000 bytes in Base64.
  Bytes: string({ max: 1_333_336, sensitive: true }),
  ResourceId: string({ min: 1, max: 40, pattern: '[\\w\\- ]+' }),
});

const style = { UseCognitoProvidedValues: boolean, Settings: document, Assets: list(asset, 40) };
type Style = Input<typeof style>;

export const brandingId = string({
  pattern: '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[4][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}',
});
/** The input of CreateManagedLoginBranding; `AWS::Cognito::ManagedLoginBranding` has the same members. */
export const createBrandingInput = structure({ UserPoolId: required(userPoolId), ClientId: required(clientId), ...style });
/** The service model requires neither name, but without them there is no style to update. */
export const updateBrandingInput = structure({
  UserPoolId: required(userPoolId),
  ManagedLoginBrandingId: required(brandingId),
  ...style,
});

type Effects = Pick<Services, 'brandings' | 'world'>;

/** Throws ManagedLoginBrandingExistsException for a client that has a style. */
export function createBranding(effects: Effects, client: UserPoolClient, given: Style): Branding {
  const { brandings } = effects;
  if (brandings.ofClient(client.poolId, client.id)) {
    throw new CognitoError('ManagedLoginBrandingExistsException', 'The app client already has a managed login branding style.');
  }
  return store(effects, client.poolId, client.id, given, undefined);
}

/** Members that are not given stay unchanged. */
export function updateBranding(effects: Effects, branding: Branding, given: Style): Branding {
  return store(effects, branding.poolId, branding.clientId, given, branding);
}

/** Stores the style of a template, replacing that of the client. */
export function provisionBranding(effects: Effects, client: UserPoolClient, given: Style): Branding {
  const before = effects.brandings.ofClient(client.poolId, client.id);
  // What the template leaves out is not kept.
  const kept = before && { ...before, settings: undefined, assets: [], usesCognitosValues: false };
  return store(effects, client.poolId, client.id, given, kept);
}

function store(
  { brandings, world }: Effects,
  poolId: string,
  ofClient: string,
  { UseCognitoProvidedValues, Settings, Assets }: Style,
  before: Branding | undefined,
): Branding {
  if (UseCognitoProvidedValues && (Settings !== undefined || Assets !== undefined)) {
    throw invalidParameter('UseCognitoProvidedValues cannot be true together with Settings or Assets.');
  }
  const own = UseCognitoProvidedValues ? { settings: undefined, assets: [] } : {};
  const now = world.now();
  const branding: Branding = {
    id: before?.id ?? uuid(world),
    poolId,
    clientId: ofClient,
    usesCognitosValues: UseCognitoProvidedValues ?? before?.usesCognitosValues ?? false,
    settings: Settings ?? before?.settings,
    assets: Assets ?? before?.assets ?? [],
    ...own,
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
  };
  brandings.put(branding);
  return branding;
}

/** Throws ResourceNotFoundException. */
export function brandingOf({ brandings }: Pick<Services, 'brandings'>, { id }: Pick<UserPool, 'id'>, style: string): Branding {
  const branding = brandings.find(id, style);
  if (!branding) throw resourceNotFound('The managed login branding style does not exist.');
  return branding;
}

export function describeBranding({ id, poolId, usesCognitosValues, settings, assets, createdAt, modifiedAt }: Branding) {
  return {
    ManagedLoginBrandingId: id,
    UserPoolId: poolId,
    UseCognitoProvidedValues: usesCognitosValues,
    ...(settings !== undefined && { Settings: settings }),
    ...(assets.length > 0 && { Assets: assets }),
    CreationDate: new Date(createdAt),
    LastModifiedDate: new Date(modifiedAt),
  };
}
