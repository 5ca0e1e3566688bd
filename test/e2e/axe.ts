import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Findings of less impact are advice. */
const GRAVE: readonly unknown[] = ['serious', 'critical'];

/**
 * Fluent UI's keyboard order puts sentinels around what it watches: hidden, and in the tab order, because they pass the
 * keyboard on in the moment when they get it. Only they are left out, and only here.
 */
const OUR_HIDDEN = '[aria-hidden="true"]:not([data-tabster-dummy])';

/** What another theme can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page as it is, each as "rule (impact): what it is: where". The page's security policy forbids
 * scripts of others, so axe comes in as the debugger's own code.
 */
export async function barriers(
  page: Page,
  looksFor: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  await settled(page);
  await page.evaluate(axe.source);
  const rules: axe.Spec = { rules: [{ id: 'aria-hidden-focus', selector: OUR_HIDDEN }] };
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(looksFor === 'colours' ? { runOnly: { type: 'rule', values: OF_COLOURS } } : {}),
  };
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.configure(${JSON.stringify(rules)}); axe.run(document, ${JSON.stringify(options)})`,
  );
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, html }) => `${id} (${impact}): ${help}: ${target.join(' ')} ${html}`),
    );
}

/** Waits until nothing moves or fades any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
    const isMoving = () =>
      document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        );
    do await nextFrame();
    while (isMoving());
    await nextFrame();
  });
}
