import { useState } from 'react';
import { browserStorages } from '../../auth/storage.ts';

/** Something that is offered to a user once on this device. Call the second value when they have answered. */
export function useOffer(name: string, sub: string | undefined): [isOpen: boolean, answer: () => void] {
  const key = `offer.${name}.${sub}`;
  const [{ local }] = useState(browserStorages);
  const [answered, setAnswered] = useState<string | null>(null);
  const isOpen = sub !== undefined && answered !== key && local?.getItem(key) !== 'answered';
  return [
    isOpen,
    () => {
      local?.setItem(key, 'answered');
      setAnswered(key);
    },
  ];
}
