import { theme as antd } from 'antd';
import { expect, test } from 'vitest';
import { palettes } from './palette.ts';
import { antdTheme } from './theme.ts';

test.each(['light', 'dark'] as const)(
  'antd resolves the %s theme to the design’s own colours and sizes',
  (theme) => {
    const token = antd.getDesignToken(antdTheme(theme));
    const colour = palettes[theme];
    expect(token).toMatchObject({
      colorPrimary: colour.accent,
      colorText: colour.ink,
      colorTextSecondary: colour['ink-2'],
      colorBgContainer: colour.panel,
      colorBorder: colour.line,
      fontSize: 13,
      borderRadius: 6,
      controlHeight: 28,
      boxShadow: 'none',
    });
  },
);
