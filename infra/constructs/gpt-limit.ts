import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

/**
 * Counts the questions of each user and day: as many small writes as there are questions, and nothing to pay for while
 * there are none.
 */
export class GptLimit extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Encrypted as every table is, by a key that DynamoDB owns: one of the account's own costs by the request, and
    // there is no secret in it. Under no fixed name; the names of the attributes are those of
    // resolvers/gpt/daily-limit.ts. A change of a key would be another table, which costs no more than a day's counts.
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'sub', type: AttributeType.STRING },
      sortKey: { name: 'day', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billingMode: BillingMode.PAY_PER_REQUEST,
      // Whatever the stage says of its data: nothing here is worth keeping until tomorrow.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'It holds the counts of one day, and is lost at no greater cost than that a user may ask again.',
    });
  }
}
