import { type ComponentType, lazy } from 'react';

interface Later<Props> {
  (props: Props): React.ReactNode;
  /** Loads it before it is needed. */
  readonly load: () => void;
}

/**
 * A part of the page that is loaded when it is first drawn. Unlike with `lazy` alone, it is drawn at once if it is
 * already loaded, without a waiting screen in between.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let Loaded: ComponentType<Props> | null = null;
  const get = async (): Promise<{ default: ComponentType<Props> }> => {
    Loaded = await load();
    return { default: Loaded };
  };
  const Lazy = lazy(get);
  const Part = (props: Props) => (Loaded ? <Loaded {...props} /> : <Lazy {...props} />);
  return Object.assign(Part, {
    // The component that draws it finds out that it cannot be loaded.
    load: () => void get().catch(() => {}),
  });
}
