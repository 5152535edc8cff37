import { type Input, oneOf, required, structure } from '../wire/members.ts';
import { arn } from '../wire/model.ts';

const sender = structure({ LambdaVersion: required(oneOf('V1_0')), LambdaArn: required(arn) });

const members = {
  PreSignUp: arn,
  PostConfirmation: arn,
  PreAuthentication: arn,
  PostAuthentication: arn,
  DefineAuthChallenge: arn,
  CreateAuthChallenge: arn,
  VerifyAuthChallengeResponse: arn,
  /** Version 1, with its older name. */
  PreTokenGeneration: arn,
  PreTokenGenerationConfig: structure({
    LambdaVersion: required(oneOf('V1_0', 'V2_0', 'V3_0')),
    LambdaArn: required(arn),
  }),
  UserMigration: arn,
  CustomMessage: arn,
  CustomEmailSender: sender,
  CustomSMSSender: sender,
  KMSKeyID: arn,
  InboundFederation: structure({ LambdaVersion: required(oneOf('V1_0')), LambdaArn: required(arn) }),
};

/** API_LambdaConfigType. */
export const lambdaConfig = structure(members);
export type LambdaConfig = Input<typeof members>;
