import { resources } from '../template/template.ts';
import { type Check, findings } from './check.ts';

/** What happens when the stack is deleted. */
export const removalChecks = {
  /**
   * `The user pool cannot be deleted because deletion protection is activated.`
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.deletion-protection
   */
  removal: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties, DeletionPolicy, UpdateReplacePolicy }]) =>
      findings(id, [
        [
          Properties['DeletionProtection'] === 'ACTIVE' && DeletionPolicy === 'Delete',
          'It is protected against deletion but deleted with the stack: the deletion would fail.',
          'Set retention.keepData to true, or retention.deletionProtection to false.',
        ],
        [
          (DeletionPolicy === 'Delete') !== (UpdateReplacePolicy === 'Delete'),
          'Its two policies differ: it would be kept in one case and lost in the other.',
          'Set DeletionPolicy and UpdateReplacePolicy to the same value.',
        ],
      ]),
    ),

  /** If a stage does not keep its data, deleting it must leave nothing behind, and nothing may refuse the deletion. */
  leftovers: (template) => {
    const pools = resources(template, 'AWS::Cognito::UserPool');
    if (!pools.every(([, { DeletionPolicy }]) => DeletionPolicy === 'Delete')) return [];
    return Object.entries(template.Resources).flatMap(
      ([id, { Properties = {}, DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete' }]) =>
        findings(id, [
          [
            DeletionPolicy !== 'Delete' || UpdateReplacePolicy !== 'Delete',
            'It stays when the stack is deleted, although the users are deleted.',
            'Set DeletionPolicy and UpdateReplacePolicy to Delete, or retention.keepData to true.',
          ],
          [
            Properties['DeletionProtection'] === 'ACTIVE' || Properties['DeletionProtectionEnabled'] === true,
            'It refuses to be deleted with the stack: the deletion would fail.',
            'Disable its deletion protection, or set retention.keepData to true.',
          ],
        ]),
    );
  },
} satisfies Record<string, Check>;
