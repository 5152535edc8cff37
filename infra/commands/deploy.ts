import { deploy } from '../deploy/deploy.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';

try {
  const log = (line: string): void => void process.stdout.write(`${line}\n`);
  process.exitCode = await deploy({ args: process.argv.slice(2), environment: process.env, log });
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
