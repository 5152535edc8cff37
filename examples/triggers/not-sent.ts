/**
 * Logs that a message could not be sent. The alarm on failed deliveries counts this line
 * (`monitoring.alarms.deliveryFailures`). Only the name of the error is logged, because SES's messages hold addresses
 * and ARNs. `console` would put the time before the JSON, so it is not used.
 */
export function logNotSent(error: unknown): void {
  const cause = error instanceof Error ? error.name : typeof error;
  process.stdout.write(`${JSON.stringify({ level: 'ERROR', message: 'not sent', code: 'CODE_DELIVERY_FAILED', cause })}\n`);
}
