import { SESv2Client } from '@aws-sdk/client-sesv2';

/**
 * A client for the Region of an identity. SES knows an identity only in its own Region, which may differ from that of
 * the function; elsewhere it answers "Email address is not verified". A value that is not the ARN of an identity is
 * refused when a mail is sent, not when the function starts.
 * @param identityArn `arn:aws:ses:eu-central-1:123456789012:identity/example.com`, from the variable `IDENTITY_ARN`.
 */
export function sesOf(identityArn: string | undefined): SESv2Client {
  return new SESv2Client({ region: async () => regionOf(identityArn) });
}

function regionOf(identityArn = ''): string {
  const region = /^arn:[\w-]+:ses:([\w-]+):\d{12}:identity\/./.exec(identityArn)?.[1];
  if (!region)
    throw new Error('The environment variable IDENTITY_ARN must be the ARN of the SES identity that SENDER belongs to');
  return region;
}
