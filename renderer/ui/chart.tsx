import type { ECElementEvent, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useAppearance } from '../lib/appearance.ts';
import { useFormat } from '../lib/format.ts';
import styles from './chart.module.css';
import { chartOption } from './chart-option.ts';
import { type ChartSpec, chartTable } from './chart-spec.ts';
import { palettes } from './palette.ts';

/**
 * A chart with its name and, for those who cannot see it, its figures in a table. It follows the theme, the language and
 * the width of its place. The drawing library arrives with the first chart, not with the app.
 */
export function Chart({
  label,
  spec,
  height,
  onSelect,
}: {
  /** What the chart shows, in a sentence. */
  label: string;
  spec: ChartSpec;
  /** Pixels. */
  height: number;
  /** A click on a point of a scatter chart. */
  onSelect?: (key: string) => void;
}) {
  const format = useFormat();
  const theme = useAppearance((appearance) => appearance.theme);
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);

  useEffect(() => {
    let drawn: EChartsType | null = null;
    let left = false;
    const element = place.current;
    const resized = new ResizeObserver(() => drawn?.resize());
    void import('./echarts.ts').then(({ init }) => {
      if (left || !element) return;
      drawn = init(element, null, { renderer: 'svg' });
      resized.observe(element);
      setChart(drawn);
    });
    return () => {
      left = true;
      resized.disconnect();
      drawn?.dispose();
    };
  }, []);

  useEffect(() => {
    if (!chart) return;
    const { fontFamily } = getComputedStyle(chart.getDom());
    chart.setOption(chartOption(spec, palettes[theme], format, fontFamily), { notMerge: true });
  }, [chart, spec, theme, format]);

  useEffect(() => {
    if (!chart || !onSelect || spec.kind !== 'scatter') return;
    const select = ({ dataIndex }: ECElementEvent) => {
      const point = spec.points[dataIndex];
      if (point) onSelect(point.key);
    };
    chart.on('click', select);
    return () => {
      // A disposed chart has no handlers left to take off.
      if (!chart.isDisposed()) chart.off('click', select);
    };
  }, [chart, onSelect, spec]);

  const table = chartTable(spec);
  return (
    <figure className={styles.figure}>
      <div ref={place} className={styles.drawing} style={{ height }} role="img" aria-label={label} />
      <table className="visually-hidden">
        <caption>{label}</caption>
        <thead>
          <tr>
            <td />
            {table.headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {table.headings.map((heading, at) => (
                <td key={heading}>{figure(row.cells[at], format.number)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function figure(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? '–' : write(value);
}
