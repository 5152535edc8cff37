import type { LambdaFunction } from '../lambda/function.ts';
import type { Assembly } from './assembly.ts';
import { AssemblyError } from './assembly.ts';
import type { Resources } from './resources.ts';

/**
 * The functions with these ARNs, by ARN. Other functions of the stack, such as those that only serve a deployment, are
 * ignored. Throws `AssemblyError` if one cannot run on a laptop.
 */
export function readFunctions(assembly: Assembly, resources: Resources, arns: ReadonlySet<string>): Map<string, LambdaFunction> {
  const found = new Map<string, LambdaFunction>();
  for (const logicalId of resources.ofType('AWS::Lambda::Function')) {
    const arn = resources.attribute(logicalId, 'Arn');
    if (arns.has(arn)) found.set(arn, readFunction(assembly, resources, logicalId, arn));
  }
  for (const arn of arns) if (!found.has(arn)) throw new AssemblyError(`The template declares no function ${arn}.`);
  return found;
}

function readFunction(assembly: Assembly, resources: Resources, logicalId: string, arn: string): LambdaFunction {
  const properties = resources.properties(logicalId);
  const { Runtime, Handler, Timeout = 3, MemorySize = 128, Layers = [], PackageType = 'Zip' } = properties;
  const { S3Key } = record(properties['Code']);
  const { LogFormat, ApplicationLogLevel = 'INFO' } = record(properties['LoggingConfig']);
  const refuse = (what: string): AssemblyError => new AssemblyError(`${logicalId} cannot run locally: ${what}.`);
  if (PackageType !== 'Zip') throw refuse(`its PackageType is ${String(PackageType)}, not Zip`);
  if (typeof Runtime !== 'string' || !Runtime.startsWith('nodejs'))
    throw refuse(`its Runtime is ${String(Runtime)}, not Node.js`);
  if (Array.isArray(Layers) && Layers.length > 0) throw refuse('it has Layers');
  if (typeof S3Key !== 'string') throw refuse('its Code is no asset');
  if (typeof Handler !== 'string') throw refuse('it has no Handler');
  const variables = Object.entries(record(record(properties['Environment'])['Variables'])).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return {
    arn,
    name: resources.ref(logicalId),
    codeDirectory: assembly.assetPath(S3Key),
    handler: Handler,
    variables: Object.fromEntries(variables),
    timeoutMs: Number(Timeout) * 1000,
    memorySizeMB: Number(MemorySize),
    region: assembly.region,
    ...(LogFormat === 'JSON' && { jsonLogs: { minimumLevel: String(ApplicationLogLevel) } }),
  };
}

function record(value: unknown): Record<string, unknown> {
  // It is an object, and each key that is read from it is checked.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
