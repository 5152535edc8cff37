import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../world/start-error.ts';

export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Record<string, unknown>;
}

/** A CloudFormation template, as far as the local runtime reads it. */
export interface Template {
  readonly Parameters?: Record<string, { readonly Type: string; readonly Default?: unknown }>;
  readonly Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  readonly Conditions?: Record<string, unknown>;
  readonly Resources: Record<string, TemplateResource>;
  readonly Outputs?: Record<string, { readonly Value: unknown }>;
}

/** One stack of a CDK cloud assembly. */
export interface Assembly {
  readonly stackName: string;
  /** `us-east-1` if the assembly does not say. */
  readonly region: string;
  /** `000000000000` if the assembly does not say. */
  readonly accountId: string;
  readonly template: Template;
  /** The file or folder that is uploaded under this object key. Throws `AssemblyError` if no asset has it. */
  assetPath(objectKey: string): string;
}

/** The assembly is missing, broken, or contains something that does not run on a laptop. */
export class AssemblyError extends StartError {
  override readonly name = 'AssemblyError';
}

interface Artifact {
  readonly type?: string;
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string; readonly stackName?: string; readonly file?: string };
}

interface AssetManifest {
  readonly files?: Record<
    string,
    { readonly source?: { readonly path?: string }; readonly destinations?: Record<string, { readonly objectKey?: string }> }
  >;
}

/** Reads the one stack that declares a GraphQL API. Throws `AssemblyError`. */
export function readAssembly(directory: string): Assembly {
  const artifacts = Object.entries(readManifest(directory));
  const stacks = artifacts
    .filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
    .map(([id, artifact]) => ({ id, artifact, template: readTemplate(directory, artifact) }))
    .filter(({ template }) => Object.values(template.Resources).some(({ Type }) => Type === 'AWS::AppSync::GraphQLApi'));
  const [stack] = stacks;
  if (stack === undefined) throw new AssemblyError(`${directory} declares no AWS::AppSync::GraphQLApi.`);
  if (stacks.length > 1) {
    throw new AssemblyError(`${directory} declares a GraphQL API in ${stacks.map(({ id }) => id).join(' and ')}; one can run.`);
  }
  const assets = readAssets(
    directory,
    artifacts.map(([, artifact]) => artifact),
  );
  return {
    stackName: stack.artifact.properties?.stackName ?? stack.id,
    ...environmentOf(stack.artifact.environment),
    template: stack.template,
    assetPath: (objectKey) => {
      const path = assets.get(objectKey);
      if (path === undefined) throw new AssemblyError(`${directory} holds no asset ${objectKey}.`);
      return path;
    },
  };
}

/**
 * Returns an assembly that may replace the running one. Throws `AssemblyError` if it is of another stack, which has
 * other users.
 */
export function ofSameStack(next: Assembly, running: Assembly): Assembly {
  if (next.stackName === running.stackName) return next;
  throw new AssemblyError(
    `it is of stack ${next.stackName}, and ${running.stackName} is running. Synthesise that one again, or restart to run the other.`,
  );
}

function readManifest(directory: string): Record<string, Artifact> {
  const manifest = readJson(join(directory, 'manifest.json')) as { artifacts?: Record<string, Artifact> };
  if (typeof manifest?.artifacts !== 'object') throw new AssemblyError(`${join(directory, 'manifest.json')} lists no artifacts.`);
  return manifest.artifacts;
}

function readTemplate(directory: string, artifact: Artifact): Template {
  const path = join(directory, artifact.properties?.templateFile ?? '');
  const template = readJson(path) as Partial<Template>;
  if (typeof template?.Resources !== 'object') throw new AssemblyError(`${path} is no CloudFormation template.`);
  return { ...template, Resources: template.Resources };
}

function readAssets(directory: string, artifacts: readonly Artifact[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const artifact of artifacts) {
    if (artifact.type !== 'cdk:asset-manifest') continue;
    const manifest = readJson(join(directory, artifact.properties?.file ?? '')) as AssetManifest;
    for (const { source, destinations } of Object.values(manifest.files ?? {})) {
      for (const { objectKey } of Object.values(destinations ?? {})) {
        if (objectKey !== undefined && source?.path !== undefined) paths.set(objectKey, join(directory, source.path));
      }
    }
  }
  return paths;
}

/** `aws://account/region`, where either is `unknown-…` if the stack is not tied to an environment. */
function environmentOf(environment = ''): { accountId: string; region: string } {
  const [accountId = '', region = ''] = environment.replace('aws://', '').split('/');
  return {
    accountId: /^\d{12}$/.test(accountId) ? accountId : '000000000000',
    region: region === '' || region === 'unknown-region' ? 'us-east-1' : region,
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new AssemblyError(`${path} is not JSON.`, { cause });
    throw new AssemblyError(`${path} cannot be read. Make it with \`npm run synth\`.`, { cause });
  }
}
