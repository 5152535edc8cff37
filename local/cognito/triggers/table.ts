import { flag, jsonObject, optional, text, texts, wordOf } from './response-members.ts';
import {
  type ClaimsAndScopeOverrides,
  type ClaimsOverrides,
  claimsAndScopeOverrides,
  claimsOverrides,
} from './token-overrides.ts';

// Every trigger in one place: when it is fired, what it receives, and what is read from its answer. Anything else in an
// answer is ignored.
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html

export type Strings = Readonly<Record<string, string>>;

/** One round of a custom sign-in. */
export interface ChallengeResult {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  readonly challengeMetadata?: string;
}

interface OfUser {
  readonly userAttributes: Strings;
}

interface WithMetadata {
  readonly clientMetadata?: Strings;
}

/** Only if the client hides whether users exist. */
interface MaybeUnknown {
  readonly userNotFound?: boolean;
}

interface TokenRequest extends OfUser, WithMetadata {
  readonly groupConfiguration: {
    readonly groupsToOverride: string[];
    readonly iamRolesToOverride: string[];
    readonly preferredRole: string | null;
  };
}

/** `HostedAuth`: a sign-in by the domain of the pool, through its pages or an external provider. */
type TokenOccasion = 'Authentication' | 'HostedAuth' | 'NewPasswordChallenge' | 'AuthenticateDevice' | 'RefreshTokens';

type MessageOccasion =
  | 'SignUp'
  | 'AdminCreateUser'
  | 'ResendCode'
  | 'ForgotPassword'
  | 'UpdateUserAttribute'
  | 'VerifyUserAttribute'
  | 'Authentication';

/** By the trigger's name in the texts of exceptions: the occasion after `<source>_`, the request, and the response. */
interface TriggerShapes {
  PreSignUp: {
    occasion: 'SignUp' | 'AdminCreateUser' | 'ExternalProvider';
    request: OfUser & WithMetadata & { readonly validationData: Strings | null };
    response: { autoConfirmUser: boolean; autoVerifyEmail: boolean; autoVerifyPhone: boolean };
  };
  PostConfirmation: {
    occasion: 'ConfirmSignUp' | 'ConfirmForgotPassword';
    request: OfUser & WithMetadata;
    response: object;
  };
  PreAuthentication: {
    occasion: 'Authentication';
    request: OfUser & MaybeUnknown & { readonly validationData: Strings | null };
    response: object;
  };
  PostAuthentication: {
    occasion: 'Authentication';
    request: OfUser & WithMetadata & { readonly newDeviceUsed: boolean };
    response: object;
  };
  DefineAuthChallenge: {
    occasion: 'Authentication';
    request: OfUser & WithMetadata & MaybeUnknown & { readonly session: readonly ChallengeResult[] };
    response: { challengeName: string | undefined; issueTokens: boolean; failAuthentication: boolean };
  };
  CreateAuthChallenge: {
    occasion: 'Authentication';
    request: OfUser &
      WithMetadata &
      MaybeUnknown & { readonly challengeName: string; readonly session: readonly ChallengeResult[] };
    response: {
      publicChallengeParameters: Strings | undefined;
      privateChallengeParameters: Strings | undefined;
      challengeMetadata: string | undefined;
    };
  };
  VerifyAuthChallengeResponse: {
    occasion: 'Authentication';
    request: OfUser &
      WithMetadata &
      MaybeUnknown & { readonly privateChallengeParameters: Strings; readonly challengeAnswer: string };
    response: { answerCorrect: boolean };
  };
  PreTokenGeneration: {
    occasion: TokenOccasion;
    request: TokenRequest;
    response: { claimsOverrideDetails: ClaimsOverrides | undefined };
  };
  /** Versions 2 and 3, which differ only in what fires them: a token for a machine fires version 3 alone. */
  PreTokenGenerationV2: {
    occasion: TokenOccasion | 'ClientCredentials';
    request: TokenRequest & { readonly scopes: readonly string[] };
    response: { claimsAndScopeOverrideDetails: ClaimsAndScopeOverrides | undefined };
  };
  UserMigration: {
    occasion: 'Authentication' | 'ForgotPassword';
    request: WithMetadata & { readonly password?: string; readonly validationData: Strings | null };
    response: {
      userAttributes: Strings | undefined;
      finalUserStatus: 'CONFIRMED' | 'RESET_REQUIRED' | undefined;
      messageAction: 'SUPPRESS' | undefined;
      desiredDeliveryMediums: readonly string[] | undefined;
      forceAliasCreation: boolean;
      enableSMSMFA: boolean;
    };
  };
  InboundFederation: {
    occasion: 'ExternalProvider';
    request: {
      readonly providerName: string;
      readonly providerType: string;
      readonly attributes: object;
    };
    response: { userAttributesToMap: Strings | undefined };
  };
  CustomMessage: {
    occasion: MessageOccasion;
    request: OfUser &
      WithMetadata & {
        readonly codeParameter: string;
        readonly linkParameter: string;
        readonly usernameParameter: string | null;
      };
    response: { smsMessage: string | undefined; emailMessage: string | undefined; emailSubject: string | undefined };
  };
}

export type TriggerName = keyof TriggerShapes;
export type Request<T extends TriggerName> = TriggerShapes[T]['request'];
export type Response<T extends TriggerName> = TriggerShapes[T]['response'];
export type Occasion<T extends TriggerName> = TriggerShapes[T]['occasion'];

interface Row<T extends TriggerName> {
  /** The trigger's name in exceptions. */
  readonly name: Exclude<TriggerName, 'PreTokenGenerationV2'>;
  /** The part before the occasion in `triggerSource`. */
  readonly source: string;
  /** The response in the event that the function receives. */
  readonly blank: { readonly [M in keyof Response<T>]: null | false };
  /** Reads each member of the answer, or throws. */
  readonly reads: { readonly [M in keyof Response<T>]: (value: unknown) => Response<T>[M] };
}

export const triggers: { readonly [T in TriggerName]: Row<T> } = {
  PreSignUp: {
    name: 'PreSignUp',
    source: 'PreSignUp',
    blank: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    reads: { autoConfirmUser: flag, autoVerifyEmail: flag, autoVerifyPhone: flag },
  },
  PostConfirmation: { name: 'PostConfirmation', source: 'PostConfirmation', blank: {}, reads: {} },
  PreAuthentication: { name: 'PreAuthentication', source: 'PreAuthentication', blank: {}, reads: {} },
  PostAuthentication: { name: 'PostAuthentication', source: 'PostAuthentication', blank: {}, reads: {} },
  DefineAuthChallenge: {
    name: 'DefineAuthChallenge',
    source: 'DefineAuthChallenge',
    blank: { challengeName: null, issueTokens: null, failAuthentication: null },
    reads: { challengeName: optional(text), issueTokens: flag, failAuthentication: flag },
  },
  CreateAuthChallenge: {
    name: 'CreateAuthChallenge',
    source: 'CreateAuthChallenge',
    blank: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
    reads: {
      publicChallengeParameters: optional(jsonObject(text)),
      privateChallengeParameters: optional(jsonObject(text)),
      challengeMetadata: optional(text),
    },
  },
  VerifyAuthChallengeResponse: {
    name: 'VerifyAuthChallengeResponse',
    source: 'VerifyAuthChallengeResponse',
    blank: { answerCorrect: null },
    reads: { answerCorrect: flag },
  },
  PreTokenGeneration: {
    name: 'PreTokenGeneration',
    source: 'TokenGeneration',
    blank: { claimsOverrideDetails: null },
    reads: { claimsOverrideDetails: optional(claimsOverrides) },
  },
  PreTokenGenerationV2: {
    name: 'PreTokenGeneration',
    source: 'TokenGeneration',
    blank: { claimsAndScopeOverrideDetails: null },
    reads: { claimsAndScopeOverrideDetails: optional(claimsAndScopeOverrides) },
  },
  UserMigration: {
    name: 'UserMigration',
    source: 'UserMigration',
    blank: {
      userAttributes: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
      forceAliasCreation: null,
      enableSMSMFA: null,
    },
    reads: {
      userAttributes: optional(jsonObject(text)),
      finalUserStatus: optional(wordOf('CONFIRMED', 'RESET_REQUIRED')),
      messageAction: optional(wordOf('SUPPRESS')),
      desiredDeliveryMediums: optional(texts),
      forceAliasCreation: flag,
      enableSMSMFA: flag,
    },
  },
  InboundFederation: {
    name: 'InboundFederation',
    source: 'InboundFederation',
    blank: { userAttributesToMap: null },
    reads: { userAttributesToMap: optional(jsonObject(text)) },
  },
  CustomMessage: {
    name: 'CustomMessage',
    source: 'CustomMessage',
    blank: { smsMessage: null, emailMessage: null, emailSubject: null },
    reads: { smsMessage: optional(text), emailMessage: optional(text), emailSubject: optional(text) },
  },
};
