import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The officer's side: one static page in dist/renderer, served by the browser host or Electron's app:// scheme. */
export default defineConfig({
  root: new URL('../renderer', import.meta.url).pathname,
  base: './',
  plugins: [react()],
  build: {
    outDir: new URL('../dist/renderer', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'chrome140',
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
  },
});
