/** The places a presentation's theme has for colours. */
export const themePlaces = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;
export type ThemePlace = (typeof themePlaces)[number];

/** What a company's template says of colours (RRGGBB) and fonts; what it leaves open is null. */
export type ThemeLook = {
  readonly colours: Readonly<Record<ThemePlace, string>>;
  readonly latin: string | null;
  readonly eastAsian: string | null;
};

/** A picture to stand on every page. */
export type Logo = {
  /** As base64. */
  readonly picture: string;
  readonly type: 'png' | 'jpeg';
  /** Width over height. */
  readonly ratio: number;
};

export type Letterhead = {
  readonly logo: Logo | null;
  readonly template: { readonly name: string; readonly look: ThemeLook } | null;
};
