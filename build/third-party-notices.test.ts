import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { thirdPartyNotices } from './third-party-notices.ts';

const modules = path.join(import.meta.dirname, '../node_modules');

test('a package is named once with its version, licence and text, however many of its files are inside', () => {
  const text = thirdPartyNotices([
    ...globSync('react/*.js', { cwd: modules }).map((file) => path.join(modules, file)),
    `\0${path.join(modules, 'react/index.js')}?commonjs-module`,
    path.join(modules, '@fontsource-variable/inter/files/x.woff2'),
    path.join(modules, 'echarts/core.js'),
    '/somewhere/of/ours.ts',
  ]);
  expect(text.match(/^react \d/gm)).toHaveLength(1);
  expect(text).toContain('Permission is hereby granted');
  expect(text).toMatch(/^@fontsource-variable\/inter [\d.]+\nLicence: OFL-1\.1/m);
  expect(text).toMatch(/^echarts [\d.]+\nLicence: Apache-2\.0/m);
  expect(text).not.toContain('ours');
});
