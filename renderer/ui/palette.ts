export type Theme = 'light' | 'dark';

const light = {
  bg: '#f6f6f4',
  panel: '#ffffff',
  sunken: '#f1f1ee',
  line: '#e4e3df',
  'line-2': '#efeeea',
  ink: '#1d1c1a',
  'ink-2': '#5f5d58',
  'ink-3': '#6b6862',
  accent: '#0f6e64',
  'accent-bg': '#e3f1ee',
  'on-accent': '#ffffff',
  good: '#297347',
  'good-bg': '#e6f3ea',
  warn: '#8f5f00',
  'warn-bg': '#fbf1d9',
  bad: '#b3382f',
  'bad-bg': '#fbe9e7',
  info: '#2b5fa8',
  'info-bg': '#e8eff9',
  'grey-bg': '#eeede9',
};

export type Palette = Readonly<Record<keyof typeof light, string>>;

const dark: Palette = {
  bg: '#151513',
  panel: '#1c1c1a',
  sunken: '#232320',
  line: '#34332f',
  'line-2': '#2a2926',
  ink: '#ecebe6',
  'ink-2': '#aeaba3',
  'ink-3': '#9a978f',
  accent: '#4fb8a8',
  'accent-bg': '#173330',
  'on-accent': '#0d1513',
  good: '#6cc28c',
  'good-bg': '#17301f',
  warn: '#e0b04a',
  'warn-bg': '#352a12',
  bad: '#f08a80',
  'bad-bg': '#3a1d1a',
  info: '#86aee8',
  'info-bg': '#1a2840',
  'grey-bg': '#2a2926',
};

/**
 * The colours of both themes under the names tokens.css gives them: antd's tokens and charts cannot read CSS variables.
 * A test holds the two together, and every text colour at a contrast of 4.5 or more on what it stands on.
 */
export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };
