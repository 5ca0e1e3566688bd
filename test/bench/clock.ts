import type { Page } from 'playwright-core';

/** What the measured pages are given: how to wait for paint, and how to record frames. */
export interface BenchClock {
  /** The next frame was painted. */
  painted(): Promise<void>;
  /** Milliseconds between frames while something goes on; `until` ends it. */
  frames(until: Promise<unknown>): Promise<number[]>;
  /** Every call of the host that was under way has been answered. */
  answered(): Promise<void>;
}

declare global {
  interface Window {
    bench: BenchClock;
  }
}

/** Puts the clock into a page, and into whatever it loads next. */
export async function installClock(page: Page): Promise<void> {
  const install = (): void => {
    const painted = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
      });
    const frames = async (until: Promise<unknown>): Promise<number[]> => {
      const times: number[] = [];
      let ended = false;
      void until.then(() => {
        ended = true;
      });
      let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      while (!ended) {
        const at = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        times.push(at - before);
        before = at;
      }
      return times;
    };
    const underWay = new Set<Promise<unknown>>();
    const send = window.fetch.bind(window);
    window.fetch = (...call) => {
      const answer = send(...call);
      const whole = answer.then((response) => response.clone().arrayBuffer());
      underWay.add(whole);
      void whole.finally(() => underWay.delete(whole)).catch(() => undefined);
      return answer;
    };
    const answered = async (): Promise<void> => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    };
    window.bench = { painted, frames, answered };
  };
  await page.addInitScript(install);
  await page.evaluate(install);
}
