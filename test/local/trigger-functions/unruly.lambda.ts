interface Event {
  readonly userName: string;
  readonly response: object;
}

/** A trigger that behaves as the user's name says. */
export async function handler(event: Event): Promise<unknown> {
  const behaviours: Readonly<Record<string, () => unknown>> = {
    thrower: () => {
      throw new Error('Not before Monday');
    },
    // As an SDK's exception reads.
    accuser: () => {
      throw new Error(
        'User: arn:aws:sts::123456789012:assumed-role/pre-sign-up/f is not authorized to perform: dynamodb:GetItem',
      );
    },
    stumbler: () => Reflect.get(event.response, 'absent').email,
    sleeper: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
    mumbler: () => ({ message: 'fine by me' }),
    quitter: () => process.exit(3),
  };
  const behaviour = behaviours[event.userName];
  return behaviour ? behaviour() : event;
}
