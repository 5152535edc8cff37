import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { CodeDelivery } from '../generated/schema.ts';

/** Where a code was sent; null if Cognito sent none or does not say. */
export function toCodeDelivery(details: CodeDeliveryDetailsType | undefined): CodeDelivery | null {
  const { DeliveryMedium: medium, Destination: destination, AttributeName: attribute } = details ?? {};
  return medium && destination && attribute ? { medium, destination, attribute } : null;
}
