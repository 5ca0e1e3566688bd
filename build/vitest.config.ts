import { defineConfig } from 'vitest/config';

/** Everything but the LibreOffice oracle, which has a command of its own (`npm run test:oracle`). */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/{shared,electron,renderer,attacks,faults,e2e}/**/*.test.{ts,tsx}'],
    exclude: ['test/**/*.oracle.test.ts'],
    // A test of the window mostly waits for frames: two go on at once even on two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A window is looked at again and again; a busy machine may take more than the one second that is usual.
    expect: { poll: { timeout: 8_000 } },
  },
});
