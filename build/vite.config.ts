import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.join(import.meta.dirname, '..');

/** The renderer as static files: everything a page needs is in dist/renderer, nothing is fetched from outside. */
export default defineConfig({
  root: path.join(root, 'renderer'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: path.join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome138',
    chunkSizeWarningLimit: 4000,
  },
});
