export type { BundledCode } from './code/code.ts';
export { bundleOwnCode as bundleCode, type OwnCodeOptions as BundleCodeOptions } from './code/own-code.ts';
export { AuthStack } from './constructs/auth-stack.ts';
export { CognitoGraphqlApi, type CognitoGraphqlApiProps } from './constructs/cognito-graphql-api.ts';
export { ConfigurationError } from './errors/configuration-error.ts';
export { parseSettings } from './settings/parse/parse.ts';
export type { Settings, SettingsInput } from './settings/stage.ts';
