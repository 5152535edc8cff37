/** Stands for `@aws-sdk/core/httpAuthSchemes` in the bundle of a function that signs nothing: every operation it calls is unsigned. */
export const resolveAwsSdkSigV4Config = <Config>(config: Config): Config => config;

export class AwsSdkSigV4Signer {
  sign(): Promise<never> {
    return Promise.reject(new Error('This function signs nothing: it calls unsigned operations only.'));
  }
}

export const NODE_AUTH_SCHEME_PREFERENCE_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: [],
};
