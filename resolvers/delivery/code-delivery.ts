import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { CodeDelivery } from '../generated/schema.ts';

/** Where a code went; null where Cognito sent none, or does not tell. */
export function toCodeDelivery(details: CodeDeliveryDetailsType | undefined): CodeDelivery | null {
  const { DeliveryMedium: medium, Destination: destination, AttributeName: attribute } = details ?? {};
  return medium && destination && attribute ? { medium, destination, attribute } : null;
}
