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
    sleeper: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
    mumbler: () => ({ message: 'fine by me' }),
    quitter: () => process.exit(3),
  };
  const behaviour = behaviours[event.userName];
  return behaviour ? behaviour() : event;
}
