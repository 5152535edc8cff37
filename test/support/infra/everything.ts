import { stages } from '../../../infra/config.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { Settings, SettingsInput } from '../../../infra/settings/stage.ts';

/** Everything that a stage can have around the API. */
export const surroundings = {
  domain: {
    name: 'auth.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0123abcd-0123-0123-0123-0123456789ab',
    hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' },
  },
  protection: { webAcl: { managedRules: 'BLOCK' } },
  monitoring: { alarms: { emails: ['ops@example.com'] }, dashboard: true },
} as const satisfies Partial<SettingsInput>;

/** The dev stage with these additional settings. */
export function devWith(changes: Partial<SettingsInput>): Settings {
  return parseSettings({ ...stages.dev, ...changes });
}
