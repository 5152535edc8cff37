/**
 * Logs that a message could not be sent, as the line that the alarm on failed deliveries counts (`monitoring.alarms.deliveryFailures`). Of the error it
 * keeps the name alone: a message of SES holds addresses and ARNs. Not by `console`, which would put the time before the JSON.
 */
export function logNotSent(error: unknown): void {
  const cause = error instanceof Error ? error.name : typeof error;
  process.stdout.write(`${JSON.stringify({ level: 'ERROR', message: 'not sent', code: 'CODE_DELIVERY_FAILED', cause })}\n`);
}
