import { theme as antd, type MappingAlgorithm, type ThemeConfig } from 'antd';
import { type Palette, palettes, type Theme } from './palette.ts';

/** antd dressed in the tokens: dense, hairlines instead of shadows, one accent; without motion for those who ask the system for none. */
export function antdTheme(theme: Theme, { isStill }: { isStill: boolean }): ThemeConfig {
  const colour = palettes[theme];
  return {
    algorithm: [theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, dense, exactly(colour)],
    token: {
      colorPrimary: colour.accent,
      colorInfo: colour.info,
      colorSuccess: colour.good,
      colorWarning: colour.warn,
      colorError: colour.bad,
      colorLink: colour.accent,
      colorBgBase: colour.panel,
      colorTextBase: colour.ink,
      colorBgLayout: colour.bg,
      colorBgContainer: colour.panel,
      colorBgElevated: colour.panel,
      colorFillAlter: colour.sunken,
      colorBorder: colour.line,
      colorBorderSecondary: colour['line-2'],
      colorSplit: colour['line-2'],
      colorText: colour.ink,
      colorTextSecondary: colour['ink-2'],
      colorTextTertiary: colour['ink-3'],
      colorTextDescription: colour['ink-3'],
      colorTextPlaceholder: colour['ink-3'],
      colorTextLightSolid: colour['on-accent'],
      controlItemBgActive: colour['accent-bg'],
      controlItemBgActiveHover: colour['accent-bg'],
      fontFamily: 'var(--font)',
      fontSize: 13,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: 28,
      controlHeightSM: 24, // the smallest a pointer should have to hit
      boxShadow: 'none',
      boxShadowSecondary: 'none',
      boxShadowTertiary: 'none',
      motion: !isStill,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        paddingInline: 11,
        contentFontSizeSM: 12,
      },
      Tooltip: { colorBgSpotlight: colour.ink, colorTextLightSolid: colour.bg },
    },
  };
}

/** antd's compact spacing without its smaller text: 13 px and 28 px controls are the design's. */
const dense: MappingAlgorithm = (seed, derived) => {
  const roomy = derived ?? antd.defaultAlgorithm(seed);
  const sizes = Object.entries(antd.compactAlgorithm(seed, derived)).filter(([name]) =>
    name.startsWith('size'),
  );
  return { ...roomy, ...Object.fromEntries(sizes) };
};

/** The dark algorithm mutes the seed colours it is given; the tokens are meant as they are. */
function exactly(colour: Palette): MappingAlgorithm {
  return (seed, derived) => ({
    ...(derived ?? antd.defaultAlgorithm(seed)),
    colorPrimary: colour.accent,
    colorInfo: colour.info,
    colorSuccess: colour.good,
    colorWarning: colour.warn,
    colorError: colour.bad,
  });
}
