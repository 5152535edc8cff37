/** A Lambda function, as its CloudFormation resource describes it. */
export interface LambdaFunction {
  readonly arn: string;
  readonly name: string;
  /** The folder of the unpacked asset. */
  readonly codeDirectory: string;
  /** `file.export`, as `index.handler`. */
  readonly handler: string;
  /** `Environment.Variables`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memorySizeMB: number;
  readonly region: string;
  /** `LoggingConfig` of the JSON format. If absent, the function's output is not changed. */
  readonly jsonLogs?: { readonly minimumLevel: string };
}
