// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's Fn::Sub is written so.
import { describe, expect, test } from 'vitest';
import type { Template } from '../../../local/assembly/assembly.ts';
import { createIntrinsics, IntrinsicError } from '../../../local/assembly/intrinsics.ts';

const template: Template = {
  Parameters: { Stage: { Type: 'String', Default: 'dev' }, Given: { Type: 'String' } },
  Mappings: { Sizes: { dev: { memory: 256 } } },
  Conditions: {
    IsDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
    IsProd: { 'Fn::Not': [{ Condition: 'IsDev' }] },
    Both: { 'Fn::And': [{ Condition: 'IsDev' }, { Condition: 'IsProd' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsDev' }, { Condition: 'IsProd' }] },
    Odd: { 'Fn::Contains': [['a'], 'a'] },
  },
  Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } },
};
const { resolve, holds } = createIntrinsics({
  template,
  stackName: 'Auth',
  region: 'eu-west-1',
  accountId: '123456789012',
  resources: {
    ref: (logicalId) => (logicalId === 'Pool' ? 'eu-west-1_Pool' : undefined),
    attribute: (logicalId, name) => (logicalId === 'Pool' && name !== 'Other' ? `${name} of the pool` : undefined),
  },
});

describe('resolve', () => {
  test.each<[string, unknown, unknown]>([
    ['a plain value stays as it is', { a: [1, 'b', null, true] }, { a: [1, 'b', null, true] }],
    ['Ref of a resource', { Ref: 'Pool' }, 'eu-west-1_Pool'],
    ['Ref of a parameter gives its default', { Ref: 'Stage' }, 'dev'],
    ['Ref of AWS::AccountId', { Ref: 'AWS::AccountId' }, '123456789012'],
    ['Ref of AWS::Partition', { Ref: 'AWS::Partition' }, 'aws'],
    ['Ref of AWS::Region', { Ref: 'AWS::Region' }, 'eu-west-1'],
    ['Ref of AWS::StackName', { Ref: 'AWS::StackName' }, 'Auth'],
    ['Ref of AWS::URLSuffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    ['Ref of AWS::NotificationARNs', { Ref: 'AWS::NotificationARNs' }, []],
    [
      'Ref of AWS::StackId',
      { Ref: 'AWS::StackId' },
      expect.stringMatching(/^arn:aws:cloudformation:eu-west-1:123456789012:stack\/Auth\//),
    ],
    ['AWS::NoValue takes its key away', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['AWS::NoValue takes its item away', [1, { Ref: 'AWS::NoValue' }], [1]],
    ['AWS::NoValue alone is nothing', { Ref: 'AWS::NoValue' }, undefined],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Pool', 'Arn'] }, 'Arn of the pool'],
    ['Fn::GetAtt as a string', { 'Fn::GetAtt': 'Pool.Arn' }, 'Arn of the pool'],
    ['Fn::GetAtt with dots in the name', { 'Fn::GetAtt': ['Pool', 'Endpoint', 'Port'] }, 'Endpoint.Port of the pool'],
    [
      'Fn::Sub as a string',
      { 'Fn::Sub': '${Pool}/${Pool.Arn}/${AWS::Region}/${!Literal}' },
      'eu-west-1_Pool/Arn of the pool/eu-west-1/${Literal}',
    ],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${Name}-${Stage}', { Name: { Ref: 'Pool' } }] }, 'eu-west-1_Pool-dev'],
    ['Fn::Join', { 'Fn::Join': ['/', ['a', { Ref: 'Stage' }, { Ref: 'AWS::NoValue' }, 1]] }, 'a/dev/1'],
    ['Fn::Join of a list that is made', { 'Fn::Join': ['+', { 'Fn::Split': ['/', 'a/b'] }] }, 'a+b'],
    ['Fn::Split', { 'Fn::Split': [',', 'a,b'] }, ['a', 'b']],
    ['Fn::Select', { 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 256],
    ['Fn::Base64', { 'Fn::Base64': { 'Fn::Sub': '${Stage}' } }, 'ZGV2'],
    ['Fn::If, when it holds', { 'Fn::If': ['IsDev', { Ref: 'Pool' }, 'other'] }, 'eu-west-1_Pool'],
    ['Fn::If, when it does not', { a: { 'Fn::If': ['IsProd', 1, { Ref: 'AWS::NoValue' }] } }, {}],
    ['the branch not taken is never looked at', { 'Fn::If': ['IsDev', 1, { Ref: 'Nowhere' }] }, 1],
    ['two keys are no intrinsic function', { Ref: 'Pool', other: 1 }, { Ref: 'Pool', other: 1 }],
  ])('%s', (_, value, expected) => {
    expect(resolve(value, 'Fn')).toEqual(expected);
  });

  test.each<[unknown, string]>([
    [{ Ref: 'Nowhere' }, 'Ref "Nowhere" in Fn is not known here.'],
    [{ Ref: 'Given' }, 'Ref "Given" in Fn is not known here.'],
    [{ 'Fn::GetAtt': ['Pool', 'Other'] }, 'Fn::GetAtt ["Pool","Other"] in Fn is not known here.'],
    [{ 'Fn::GetAtt': 'Pool' }, 'Fn::GetAtt "Pool" in Fn names no attribute.'],
    [{ deep: [{ 'Fn::Sub': '${Nowhere.Arn}' }] }, 'Fn::Sub "${Nowhere.Arn}" in Fn is not known here.'],
    [{ 'Fn::FindInMap': ['Sizes', 'prod', 'memory'] }, 'Fn::FindInMap ["Sizes","prod","memory"] in Fn finds nothing.'],
    [{ 'Fn::Select': [3, ['a']] }, 'Fn::Select [3,["a"]] in Fn selects nothing.'],
    [{ 'Fn::Join': [',', 'text'] }, 'Fn::Join [",","text"] in Fn wants a list.'],
    [{ 'Fn::Join': ['', [{ a: 1 }]] }, 'Fn::Join ["",[{"a":1}]] in Fn wants a string.'],
    [{ 'Fn::Join': ['', [{ Ref: 'Nowhere' }]] }, 'Ref "Nowhere" in Fn is not known here.'],
    [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue in Fn is not supported by the local runtime.'],
    [{ 'Fn::If': ['Missing', 1, 2] }, 'The template has no condition Missing.'],
    [{ 'Fn::If': ['Odd', 1, 2] }, 'Fn::Contains in Conditions.Odd is no condition.'],
  ])('%j is refused with its name and its place', (value, message) => {
    expect(() => resolve(value, 'Fn')).toThrow(new IntrinsicError(message));
  });
});

test.each([
  ['IsDev', true],
  ['IsProd', false],
  ['Both', false],
  ['Either', true],
])('condition %s is %s', (name, expected) => {
  expect(holds(name)).toBe(expected);
});
