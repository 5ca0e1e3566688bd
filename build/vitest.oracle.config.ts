import { defineConfig } from 'vitest/config';

/**
 * LibreOffice as an independent judge of our workbooks and of what we copy and paste. Needs `soffice` with its Python
 * bridge, `pdftoppm`, Chromium and `Xvfb`.
 */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.oracle.test.ts'],
    // Each file has a LibreOffice with a profile of its own.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
