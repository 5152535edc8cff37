/**
 * Logs that a message could not be sent, in the form that the alarm on failed deliveries counts
 * (`monitoring.alarms.deliveryFailures`). It logs only the name of the error, since SES's texts contain addresses and
 * ARNs.
 */
export function logNotSent(error: unknown): void {
  const cause = error instanceof Error ? error.name : typeof error;
  console.error({ text: 'not sent', code: 'CODE_DELIVERY_FAILED', cause });
}
