import { readAssembly, type TemplateResource } from './assembly.ts';

/**
 * What a stack has that means nothing on a laptop, as one line to print; empty if there is nothing.
 * @param directory the folder of the cloud assembly.
 * @throws AssemblyError
 */
export function absentHere(directory: string): string {
  const resources = Object.values(readAssembly(directory).template.Resources);
  const absent = kinds.flatMap(([type, words]) => {
    const found = resources.filter(({ Type }) => Type === type);
    return found.length === 0 ? [] : words(found);
  });
  return absent.length === 0 ? '' : `Not on the laptop: ${absent.join(', ')}.\n`;
}

const kinds: readonly [string, (found: readonly TemplateResource[]) => string[]][] = [
  ['AWS::AppSync::DomainName', (found) => found.map(({ Properties }) => `custom domain ${String(Properties?.['DomainName'])}`)],
  ['AWS::WAFv2::WebACL', () => ['web ACL']],
  ['AWS::CloudWatch::Alarm', ({ length }) => [length === 1 ? '1 alarm' : `${length} alarms`]],
  ['AWS::CloudWatch::Dashboard', () => ['dashboard']],
  ['AWS::Cognito::UserPool', (found) => (found.some(judgesRisk) ? ['threat protection'] : [])],
];

function judgesRisk({ Properties }: TemplateResource): boolean {
  const addOns = Properties?.['UserPoolAddOns'];
  if (typeof addOns !== 'object' || addOns === null || !('AdvancedSecurityMode' in addOns)) return false;
  return addOns.AdvancedSecurityMode !== 'OFF';
}
