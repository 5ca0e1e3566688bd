import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The real browser that the tests and the bench drive, with more flags if need be: without a window, or with one on a
 * display (as in the variable DISPLAY). Where there is none, says what to run.
 */
export function launchChromium(more: readonly string[] = [], display?: string): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Run "apt-get install --yes chromium", or set CHROMIUM to where it is.`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [...FLAGS, ...more],
    ...(display === undefined ? {} : { headless: false, env: { ...process.env, DISPLAY: display } }),
  });
}
