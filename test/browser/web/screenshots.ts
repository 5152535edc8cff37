import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

const looks = [
  { name: 'desktop-light', colorScheme: 'light', size: { width: 1120, height: 780 } },
  { name: 'desktop-dark', colorScheme: 'dark', size: { width: 1120, height: 780 } },
  { name: 'phone-light', colorScheme: 'light', size: { width: 390, height: 844 } },
  { name: 'phone-dark', colorScheme: 'dark', size: { width: 390, height: 844 } },
] as const;

type Look = (typeof looks)[number]['name'];

/**
 * Takes pictures of this state for the documentation, if `SCREENSHOTS=1` is set: of what is in sight, or of the whole
 * page.
 */
export async function picture(page: Page, state: string, which: readonly Look[], fullPage = false): Promise<void> {
  if (process.env['SCREENSHOTS'] !== '1') return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  // No element is shown as hovered.
  await page.mouse.move(0, 0);
  // An announcement disappears soon.
  await page.locator('.toast p').waitFor({ state: 'detached' });
  for (const { name, colorScheme, size } of looks.filter((look) => which.includes(look.name))) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await page.screenshot({
      path: join(folder, `${state}-${name}.png`),
      caret: 'hide',
      animations: 'disabled',
      scale: 'css',
      fullPage,
    });
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}

export const allLooks = looks.map(({ name }) => name);
