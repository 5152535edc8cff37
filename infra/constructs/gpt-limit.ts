import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

/** Counts the questions per user and day. Each question is one small write, and no questions cost nothing. */
export class GptLimit extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Encrypted like every table with a key that DynamoDB owns: a key of the account would cost per request, and there
    // is no secret in the table. It has no fixed name. Its attributes are those of resolvers/gpt/daily-limit.ts;
    // changing a key would create another table, which loses at most the counts of a day.
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'sub', type: AttributeType.STRING },
      sortKey: { name: 'day', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billingMode: BillingMode.PAY_PER_REQUEST,
      // Deleted whatever the stage says about its data, since nothing here is worth keeping.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'It holds the counts of one day; if it is lost, users may merely ask more that day.',
    });
  }
}
