/**
 * Stands for `@aws-sdk/credential-provider-node` in a bundle. Lambda hands a role's credentials over in the environment and nowhere else, so
 * the clients are given them outright, and the SDK's chain of files, processes, sso and instance metadata never runs.
 */
export const defaultProvider = () => () =>
  Promise.reject(new Error('Give the client its credentials: there is no chain to find them.'));
