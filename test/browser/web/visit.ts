import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A user at the page, with a separate browser context. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /**
   * Resolves when this screen is shown: heading, title, and no finding of axe-core, in light and in dark, on a desktop
   * and on a phone. Unless it is the first screen after a load, the focus must not be on the body.
   */
  screen(title: string): Promise<void>;
  /** Resolves when the user pool's own domain shows this page, which has the focus nowhere and no finding of axe-core. */
  poolPage(title: string): Promise<void>;
  /** Resolves with the dialog of this title when it is on top and has the focus. No finding of axe-core either. */
  dialog(title: string): Promise<Locator>;
  /** Asserts that the focus was moved to the heading, so that users of screen readers know where they are. */
  focusIsOnHeading(): Promise<void>;
  press(name: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** The text of what is read out as an error. */
  alert(text: string | RegExp): Promise<void>;
  /** The text of what is read out politely. */
  status(text: string | RegExp): Promise<void>;
  /** Moves the focus there with the keyboard only. */
  tabTo(target: Locator): Promise<void>;
  openTab(): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly hash?: string;
  /** Whether the test breaks the page on purpose, so that errors are expected. Default false. */
  readonly mayBreak?: boolean;
}

const desk = { width: 1280, height: 860 };
/** The width of WCAG 1.4.10, at which nothing may require horizontal scrolling. */
const phone = { width: 320, height: 640 };

/** What the browser itself reports about answers that a test provokes. */
const expected = [/Failed to load resource/];

export async function visit({ browser, url, hash = '', mayBreak = false }: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({ viewport: desk, permissions: ['clipboard-read', 'clipboard-write'] });
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !expected.some((text) => text.test(message.text()))) errors.push(message.text());
  });
  const opened = await open(context, `${url}${hash}`);
  return {
    ...opened,
    close: async () => {
      await context.close();
      if (!mayBreak) expect(errors).toEqual([]);
    },
  };
}

async function open(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  let isFirst = true;
  page.on('load', () => {
    isFirst = true;
  });
  await page.goto(url);
  return {
    context,
    page,
    async screen(title) {
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      expect(await page.title()).toBe(`${title} · Cognito GraphQL`);
      // The body never matches.
      if (!isFirst) await page.locator(':focus').waitFor({ state: 'attached' });
      isFirst = false;
      await expectAccessible(page);
    },
    async poolPage(title) {
      await page.waitForURL((at) => at.origin !== new URL(url).origin);
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      expect(await page.title()).toBe(title);
      await expectAccessible(page);
    },
    async dialog(title) {
      const dialog = page.getByRole('dialog', { name: title, exact: true });
      await dialog.filter({ has: page.locator(':focus') }).waitFor();
      await expectAccessible(page);
      return dialog;
    },
    focusIsOnHeading: () => page.getByRole('heading', { level: 1 }).and(page.locator(':focus')).waitFor(),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    fill: (label, text) =>
      page
        .locator('input, textarea')
        .and(page.getByLabel(label, { exact: true }))
        .fill(text),
    alert: (text) => page.getByRole('alert').filter({ hasText: text }).first().waitFor(),
    status: (text) => page.getByRole('status').filter({ hasText: text }).first().waitFor(),
    async tabTo(target) {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await target.and(page.locator(':focus')).count()) > 0) return;
      }
      throw new Error(`No way to ${target} by the keyboard.`);
    },
    openTab: () => open(context, url),
    close: () => page.close(),
  };
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Minified, since the browser reads it again in every visit. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const everyRule = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] });
/** Those that judge colours and sizes: all others judge the elements that are shown. */
const rulesOfLooks = JSON.stringify({
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'] },
  resultTypes: ['violations'],
});

/** What distinguishes one state from another: its elements, without their texts. */
const shape = `[...document.body.querySelectorAll('*')].map(({ tagName, className, role, type }) => [tagName, className, role, type].join()).join()`;
/** Which of the elements are shown. */
const shown = `[...document.body.querySelectorAll('*')].map((element) => Number(element.checkVisibility())).join('')`;
const seen = new Set<string>();

/** Checks each state once, in the first test that reaches it. */
async function expectAccessible(page: Page): Promise<void> {
  const state = `${await page.title()} ${await page.evaluate<string>(shape)}`;
  if (seen.has(state)) return;
  seen.add(state);
  // Through the debugger, which the page's content security policy does not block. It stays until the next load.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  let judged: string | undefined;
  for (const [colorScheme, size] of [
    ['light', desk],
    ['dark', phone],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const elements = await page.evaluate<string>(shown);
    const rules = elements === judged ? rulesOfLooks : everyRule;
    judged = elements;
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${rules})`);
    const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html} ${node.failureSummary}`));
    expect(findings).toEqual([]);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(desk);
}
