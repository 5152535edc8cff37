import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { changedStage, removeStage, type StageChanges } from '../../../examples/web/stage.ts';
import { type System, startSystem } from '../../../support/system.ts';
import { connect } from '../../browser.ts';
import { type Site, serveSite } from '../site.ts';
import { type Visit, visit } from '../visit.ts';

export interface Stage {
  readonly system: System;
  readonly site: Site;
  open(): Promise<Visit>;
}

/** A separate stage for the tests of one `describe`. */
export function useStage(make: () => Promise<string> | string, takeAway: (folder: string) => void): () => Stage {
  let folder: string;
  let stage: Stage;
  let leave: () => Promise<void>;
  beforeAll(async () => {
    const browser = await connect();
    leave = () => browser.close();
    folder = await make();
    const system = await startSystem({ assembly: folder });
    const site = await serveSite(system.runtime.outputs);
    const open = async () => {
      const opened = await visit({ browser, url: site.url });
      onTestFinished(() => opened.close());
      return opened;
    };
    stage = { system, site, open };
  });
  afterAll(async () => {
    await leave?.();
    stage?.site.close();
    await stage?.system.close();
    takeAway(folder);
  });
  return () => stage;
}

export const useChanged = (changes: StageChanges): (() => Stage) => useStage(() => changedStage(changes), removeStage);

export async function signIn(person: Visit, username: string, password: string): Promise<void> {
  await person.fill('User name or e-mail', username);
  await person.fill('Password', password);
  await person.press('Sign in');
}

/** The code of the newest message to an address, from any sender. */
export async function codeIn({ system }: Stage, to: string): Promise<string> {
  const { code, body } = await system.message(to);
  return code ?? /\d{6,8}/.exec(body)?.[0] ?? '';
}
