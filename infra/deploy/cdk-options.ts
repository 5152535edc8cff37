import type { OptionDescription } from '../command-line/arguments.ts';

/**
 * The options of `cdk deploy` that `npm run deploy` passes on; these take a value. A test compares them with the CDK's
 * help.
 */
const withValue = [
  ...['plugin', 'profile', 'region', 'proxy', 'ca-bundle-path', 'role-arn', 'build', 'unstable', 'telemetry-file', 'output'],
  ...['app', 'build-exclude', 'require-approval', 'notification-arns', 'rollback-trigger-alarm-arns'],
  ...['monitoring-time-minutes', 'tags', 'change-set-name', 'method', 'parameters', 'outputs-file', 'toolkit-stack-name'],
  ...['progress', 'hotswap-ecs-minimum-healthy-percent', 'hotswap-ecs-maximum-healthy-percent'],
  ...['hotswap-ecs-stabilization-timeout-seconds', 'concurrency', 'asset-build-concurrency'],
];

const switches = [
  ...['trace', 'strict', 'lookups', 'ignore-errors', 'verbose', 'debug', 'debug-app', 'debug-cli', 'ec2creds', 'telemetry'],
  ...['version-reporting', 'path-metadata', 'asset-metadata', 'staging', 'notices', 'color', 'ci', 'yes', 'all'],
  ...['exclusively', 'execute', 'import-existing-resources', 'force', 'previous-parameters', 'rollback', 'hotswap'],
  ...['hotswap-fallback', 'watch', 'logs', 'asset-parallelism', 'asset-prebuild', 'ignore-no-stacks', 'revert-drift'],
  // `-R` stands for --no-rollback.
  ...['express', 'no-rollback'],
];

const letters: Readonly<Record<string, string>> = {
  app: 'a',
  plugin: 'p',
  verbose: 'v',
  ec2creds: 'i',
  'role-arn': 'r',
  output: 'o',
  yes: 'y',
  'build-exclude': 'E',
  exclusively: 'e',
  tags: 't',
  method: 'm',
  force: 'f',
  'outputs-file': 'O',
  'no-rollback': 'R',
};

/** By their names, without hyphens. */
export const cdkOptions: Readonly<Record<string, OptionDescription>> = Object.fromEntries(
  [...withValue.map((name) => ({ name, value: '<value>' })), ...switches.map((name) => ({ name }))].map(({ name, ...option }) => [
    name,
    { ...option, ...(letters[name] !== undefined && { short: letters[name] }) },
  ]),
);
