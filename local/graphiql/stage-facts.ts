/** What the tour needs to know about the running stage: a part of its answer to `authConfig`. */
export interface StageFacts {
  readonly signUpModes: readonly string[];
  readonly signInNames: readonly string[];
  readonly flows: readonly string[];
  readonly firstFactors: readonly string[];
  readonly requiredAttributes: readonly string[];
  readonly emailDomains: readonly string[];
  readonly recovery: readonly string[];
  readonly mfaTypes: readonly string[];
  readonly mfaMode: string;
  readonly verifyBy: string;
  readonly minimumLength: number;
  readonly gptEnabled: boolean;
}

export const stageFactsQuery = `{ authConfig {
  signUpModes signInNames flows firstFactors requiredAttributes emailDomains recovery mfaTypes mfaMode verifyBy gptEnabled
  passwordPolicy { minimumLength }
} }`;

/** Undefined if the API has no such field, such as an API with another schema. @param answer of GraphQL, parsed. */
export function stageFacts(answer: unknown): StageFacts | undefined {
  const { authConfig } = recordOf(recordOf(answer)['data']);
  if (authConfig === undefined || authConfig === null) return undefined;
  const config = recordOf(authConfig);
  return {
    signUpModes: texts(config['signUpModes']),
    signInNames: texts(config['signInNames']),
    flows: texts(config['flows']),
    firstFactors: texts(config['firstFactors']),
    requiredAttributes: texts(config['requiredAttributes']),
    emailDomains: texts(config['emailDomains']),
    recovery: texts(config['recovery']),
    mfaTypes: texts(config['mfaTypes']),
    mfaMode: String(config['mfaMode']),
    verifyBy: String(config['verifyBy']),
    minimumLength: Number(recordOf(config['passwordPolicy'])['minimumLength']),
    gptEnabled: config['gptEnabled'] === true,
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
