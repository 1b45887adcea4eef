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

/** A rectangle on a slide, in inches. */
export type SlideBox = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** A title's place and its size in points. */
export type TitlePlace = { readonly box: SlideBox; readonly points: number };

/** The slides of a company's template, as ours are written on them. */
export type Stage = {
  readonly size: { readonly w: number; readonly h: number };
  /** `lines` below the title: a placeholder of the layout by its index, or a place of ours. */
  readonly cover: {
    readonly title: TitlePlace;
    readonly titleType: 'ctrTitle' | 'title';
    readonly lines: SlideBox;
    readonly linesIndex: string | null;
  };
  readonly content: {
    readonly title: TitlePlace;
    readonly body: SlideBox;
    readonly foot: SlideBox;
    readonly number: SlideBox;
  };
  /** Its master, two layouts, theme and their pictures, named as in a presentation: an archive as base64. */
  readonly parts: string;
};

/**
 * Why nothing but colours and fonts was taken of a template: no layout with a title, no room for a table below one, pictures
 * heavier than a book should carry, or something its layouts hold that cannot be taken along.
 */
export const stageGaps = ['no-layout', 'too-small', 'too-heavy', 'not-portable'] as const;
export type StageGap = (typeof stageGaps)[number];
export type StageTaken = Stage | { readonly gap: StageGap };

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
  readonly template: {
    readonly name: string;
    readonly look: ThemeLook;
    /** Null for one chosen before layouts were taken. */
    readonly stage: StageTaken | null;
  } | null;
};
