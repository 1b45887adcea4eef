/** What a deck is made of. Whoever composes one says what stands on a slide; layout.ts finds the place, deck.ts writes it. */

export type DeckTone = 'good' | 'warn' | 'bad';

export type DeckCell = {
  readonly text: string;
  readonly tone?: DeckTone | undefined;
};

export type DeckColumn = {
  readonly heading: string;
  /** The column's part of the table's width, beside the others'. */
  readonly share: number;
  /** Figures stand right. */
  readonly align?: 'right';
};

/** A native chart with its figures inside; whoever gets the deck can edit both. */
export type DeckChart = {
  readonly kind: 'bar' | 'line' | 'radar';
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** One for each category; null where nothing was measured, which stays a gap. */
    readonly values: readonly (number | null)[];
    /** What the others are compared against, drawn quietly. */
    readonly reference?: boolean;
  }[];
  readonly format?: 'percent' | 'figure';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
};

export type DeckBlock =
  | { readonly is: 'text'; readonly text: string; readonly style?: 'lead' | 'heading' | 'muted' }
  | { readonly is: 'figures'; readonly figures: readonly DeckFigure[] }
  | {
      readonly is: 'table';
      readonly columns: readonly DeckColumn[];
      readonly rows: readonly (readonly DeckCell[])[];
    }
  /** Side by side over the height the other blocks leave. */
  | { readonly is: 'charts'; readonly charts: readonly DeckChart[] };

/** A number large enough to be read from the back of the room, and what it counts. */
export type DeckFigure = {
  readonly label: string;
  readonly value: string;
  readonly tone?: DeckTone | undefined;
};

export type DeckSlide = {
  readonly title: string;
  readonly blocks: readonly DeckBlock[];
  /** What the presenter says; on no screen the audience sees. */
  readonly notes?: string | undefined;
  /** Slides it may fill when its content is long; what is more is counted on the last one. 1 unless said. */
  readonly pages?: number;
};

export type DeckCover = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly notes?: string | undefined;
};

/** Text over a whole page of a region, in inches. */
export type DeckBox = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
