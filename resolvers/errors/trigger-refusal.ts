/**
 * What a trigger said when it refused; null if its text was not meant for the user. Cognito passes on every error of a
 * trigger in the same way, deliberate or not, as `PreSignUp failed with error Members only.`, and only with the error's
 * message. So the text must tell a refusal from a fault: the message of an SDK's exception or of a crash is meant for
 * the log, and may contain anything that the function knows.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.error-text
 */
export function triggerRefusal(text: string): string | null {
  const words = /^\w+ failed with error (.*?)\.?$/s.exec(text)?.[1]?.trim() ?? '';
  const isFault = words.length > LONGEST || namesInternals(words) || faults.some((fault) => fault.test(words));
  return isFault ? null : words || 'Refused.';
}

/** A refusal is a sentence or two. */
const LONGEST = 500;

/** Whether a text contains what concerns only the operator: an ARN, an account id, or what AWS denied to whom. */
export function namesInternals(text: string): boolean {
  return internals.some((sign) => sign.test(text));
}

const internals: readonly RegExp[] = [
  /\barn:aws[\w-]*:/i,
  // An account id. A phone number in E.164 has a plus sign.
  /(?<![\d+])\d{12}(?!\d)/,
  /\bis not authorized\b/i,
];

/** Texts that no trigger would write for a user. The list can never be complete; add what is missing. */
const faults: readonly RegExp[] = [
  // The name of an exception, of the AWS SDKs or of a language: `AccessDeniedException: …`, `TypeError: …`,
  // `MessageRejected: …`.
  /\b[A-Za-z]\w*[a-z](?:Exception|Error|Fault)\b/,
  /^[A-Z][a-z]+(?:[A-Z][a-z]+)+: /,
  // What the AWS SDKs add to a text: `(Service: AmazonSES; Status Code: 400; …)`, `An error occurred (…) when calling
  // the … operation`.
  /\b(?:Service|Status Code|Error Code|Request ?ID): ?\S/i,
  /\ban error occurred \(\w+\)/i,
  // Texts of AWS whose exception's name is not part of them.
  /\bidentities failed the check\b|\bsecurity token included\b|\b(?:could not load|missing) credentials\b|\bRegion is missing\b/i,
  /\brequested resource not found\b|\bconditional request failed\b|\bvalidation errors? detected\b|^rate exceeded$/i,
  /\bSecrets Manager can't find\b|\bspecified (?:bucket|key|queue) does not exist\b/i,
  // A database, or a service that is called over HTTP.
  /\bpassword authentication failed\b|\bduplicate key value\b|\b(?:relation|column|constraint) "/,
  /\bConnection terminated\b|\bRequest failed with status code\b/,
  // Faulty code, in Node.js and in Python.
  /\bis not (?:a function|a constructor|defined|iterable|valid JSON)\b|\bCannot (?:read|set) propert|\bCannot find (?:module|package)\b/,
  /\bCannot (?:destructure|convert undefined|access ')|\bUnexpected (?:token|end of)\b|\bMaximum call stack\b|^Invalid URL$/,
  /^Invalid time value$|\bcircular structure\b|\bconstant variable\b/,
  /\bNoneType\b|\bobject has no attribute\b|\bobject is not subscriptable\b|\bindex out of range\b/,
  // A Python KeyError, whose text is only the key.
  /^'[^']*'$/,
  // A broken network.
  /\b(?:getaddrinfo|ECONN[A-Z]+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|EPROTO|ENOENT|EACCES|EMFILE)\b/,
  /\b(?:socket hang up|fetch failed|timed out after \d)|\b(?:self[- ]signed|unable to verify the first) certificate\b/i,
  // The Lambda service itself: `RequestId: … Error: Runtime exited with error: signal: killed`.
  /\bRuntime exited\b|\bRuntime\.[A-Z]/,
  // An incomplete deployment, and paths in it.
  /\benvironment variable\b/i,
  /\bamazonaws\.com\b|\/var\/(?:task|runtime)\b|\bnode_modules\b|\n\s+at /,
];
