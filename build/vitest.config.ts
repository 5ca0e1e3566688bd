import { defineConfig } from 'vitest/config';

/** Everything but the LibreOffice oracle, which has a command of its own (`npm run test:oracle`). */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/{shared,electron,renderer,e2e}/**/*.test.{ts,tsx}'],
    exclude: ['test/**/*.oracle.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
