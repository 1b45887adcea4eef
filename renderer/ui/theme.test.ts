import { theme as antd } from 'antd';
import { expect, test } from 'vitest';
import { palettes } from './palette.ts';
import { antdTheme } from './theme.ts';

test.each(['light', 'dark'] as const)(
  'antd resolves the %s theme to the design’s own colours and sizes',
  (theme) => {
    const token = antd.getDesignToken(antdTheme(theme, { isStill: false }));
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

test('nothing of antd moves for those who ask the system for less motion', () => {
  const { motion, motionDurationMid } = antd.getDesignToken(antdTheme('light', { isStill: true }));
  expect(motion).toBe(false);
  expect(motionDurationMid).toBe('0.12s'); // antd leaves the durations, and uses none
});
