/** How a series is drawn: the one that matters, the one before it, the one aimed at, or one among equals. */
export type Emphasis = 'now' | 'before' | 'target' | 'plain';

/** Values stand in the order of the axes or categories; null is unknown and leaves a gap. */
export type Series = {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly emphasis: Emphasis;
};

export type RadarSpec = {
  readonly kind: 'radar';
  readonly axes: readonly string[];
  /** The end of every axis; the centre is 0. */
  readonly max: number;
  readonly series: readonly Series[];
};

export type TrendSpec = {
  readonly kind: 'line' | 'bar';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Bars lie on their side when their names are long. */
  readonly sideways?: boolean;
  /** A level drawn across the chart, such as a target or a threshold. */
  readonly mark?: { readonly label: string; readonly value: number };
  readonly min?: number;
  readonly max?: number;
};

export type ScatterSpec = {
  readonly kind: 'scatter';
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly points: readonly ScatterPoint[];
  /** Parts of the plane with a name of their own. */
  readonly regions?: readonly {
    readonly label: string;
    readonly x: readonly [from: number, to: number];
    readonly y: readonly [from: number, to: number];
  }[];
};

/** `cut` splits the plane into quadrants. */
type ScatterAxis = {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly cut?: number;
};

export type ScatterPoint = {
  readonly key: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly tone?: 'good' | 'warn' | 'bad' | 'info' | 'accent';
  /** How many records stand at this place; the more, the larger the point. */
  readonly weight?: number;
};

export type ChartSpec = RadarSpec | TrendSpec | ScatterSpec;

/**
 * A radar without gaps: the centre looks like a score, so that an axis nobody knows is left out and named instead, and a series
 * that would leave fewer than three axes is not drawn. Null where fewer than three axes are known.
 */
export function wholeRadar(spec: RadarSpec): { spec: RadarSpec; without: readonly string[] } | null {
  const [first] = spec.series;
  for (let drawn = spec.series.length; first && drawn > 0; drawn--) {
    const series = spec.series.slice(0, drawn);
    const known = spec.axes.map((_, at) => series.every(({ values }) => values[at] != null));
    if (known.filter(Boolean).length < 3) continue;
    const kept = <Entry>(entries: readonly Entry[]) => entries.filter((_, at) => known[at]);
    return {
      spec: {
        ...spec,
        axes: kept(spec.axes),
        series: series.map((each) => ({ ...each, values: kept(each.values) })),
      },
      without: spec.axes.filter((_, at) => !known[at]),
    };
  }
  return null;
}

/** The same figures as a table: a heading row and rows of cells, null where a figure is unknown. */
export type ChartTable = {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (number | null)[] }[];
};

/** What the chart shows, for those who cannot see it and for whoever wants the figures. */
export function chartTable(spec: ChartSpec): ChartTable {
  if (spec.kind === 'scatter') {
    return {
      headings: [spec.x.label, spec.y.label],
      rows: spec.points.map(({ label, x, y }) => ({ name: label, cells: [x, y] })),
    };
  }
  const names = spec.kind === 'radar' ? spec.axes : spec.categories;
  return {
    headings: spec.series.map(({ label }) => label),
    rows: names.map((name, at) => ({ name, cells: spec.series.map(({ values }) => values[at] ?? null) })),
  };
}
