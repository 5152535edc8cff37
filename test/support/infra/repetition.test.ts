import { expect, test } from 'vitest';
import { withoutRepetition } from './repetition.ts';

const role = { Type: 'AWS::IAM::Role', Properties: {} };
const table = { Type: 'AWS::DynamoDB::Table', Properties: {} };
const named = (name: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Name: name, Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
});

test('what an earlier template has word for word is left out, unless the rest refers to it', () => {
  const first = { Resources: { Role: role, Table: table, Function: named('a') }, Outputs: { Name: { Value: 'a' } } };
  const changed = { Resources: { Role: role, Table: table, Function: named('b') }, Outputs: { Name: { Value: 'a' } } };
  const told = { Resources: first.Resources, Outputs: { Name: { Value: { Ref: 'Table' } } } };
  const renamed = { Resources: { Role: role, Other: table }, Outputs: {} };
  expect(withoutRepetition([first, changed, first, told, renamed])).toEqual([
    first,
    { Resources: { Role: role, Function: named('b') }, Outputs: {} },
    { Resources: { Table: table }, Outputs: told.Outputs },
    { Resources: { Other: table }, Outputs: {} },
  ]);
});
