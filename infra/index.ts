export type { BundledCode } from './code/code.ts';
export { bundleOwnCode as bundleCode, type OwnCodeOptions as BundleCodeOptions } from './code/own-code.ts';
export { ConfigurationError } from './configuration-error.ts';
export { AuthStack } from './constructs/auth-stack.ts';
export { CognitoGraphqlApi, type CognitoGraphqlApiProps } from './constructs/cognito-graphql-api.ts';
export { parseSettings } from './settings/parse.ts';
export type { Settings, SettingsInput } from './settings/stage.ts';
