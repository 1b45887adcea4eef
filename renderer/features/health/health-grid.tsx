import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type GridBand, gridBandOf, gridBands, gridPlay, gridStages } from '../../../db/health/portfolio.ts';
import type { PortfolioAccount } from '../../../db/health/portfolio-query.ts';
import { enoughMotivation } from '../../../db/segment/ideal-profile.ts';
import { useFormat } from '../../lib/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './portfolio.module.css';

export const gridAxes = ['maturity', 'motivation'] as const;
export type GridAxis = (typeof gridAxes)[number];
const motivations = ['motivated', 'unmotivated', 'unknown'] as const;

const signs: Readonly<Record<GridBand, string>> = { green: '●', yellow: '▲', red: '■', none: '○' };

/** The largest mark, in pixels, for the largest account. */
const largest = 24;
const smallest = 7;
const mostMarks = 60;

/** Every account as one mark in its cell; by maturity each cell names its play. Arrow keys go from cell to cell, Enter lists one. */
export function HealthGrid({
  accounts,
  currency,
  axis,
}: {
  accounts: readonly PortfolioAccount[];
  currency: string;
  axis: GridAxis;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const columns: readonly string[] = axis === 'maturity' ? gridStages : motivations;
  const columnOf = (each: PortfolioAccount) =>
    axis === 'maturity'
      ? (each.maturity ?? 'none')
      : each.motivation === null
        ? 'unknown'
        : each.motivation >= enoughMotivation
          ? 'motivated'
          : 'unmotivated';
  const cells = Map.groupBy(accounts, (each) => `${gridBandOf(each.band)} ${columnOf(each)}`);
  const most = Math.max(1, ...accounts.map(({ arrMinor }) => arrMinor ?? 0));
  const sumOf = (own: readonly PortfolioAccount[]) =>
    format.money({ minor: own.reduce((sum, { arrMinor }) => sum + (arrMinor ?? 0), 0), currency });
  const nameOf = (column: string) => {
    const stage = gridStages.find((each) => each === column);
    if (stage && stage !== 'none') return t(`health.stage.${stage}`);
    const motivation = motivations.find((each) => each === column);
    return motivation ? t(`health.motivationBand.${motivation}`) : t('health.grid.unassessed');
  };
  const bandName = (band: GridBand) =>
    band === 'none' ? t('health.grid.noGrade') : t(`health.band.${band}`);
  const opened = open === null ? null : (cells.get(open) ?? []);

  function move(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns.length, ArrowUp: -columns.length }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-cell]')];
    all[all.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the cells, which are buttons */}
      <div
        className={styles.grid}
        style={{ gridTemplateColumns: `76px repeat(${columns.length}, minmax(0, 1fr))` }}
        onKeyDown={move}
      >
        <span />
        {columns.map((column) => {
          const own = accounts.filter((each) => columnOf(each) === column);
          return (
            <span key={column} className={styles.columnHead}>
              <b>{nameOf(column)}</b>
              <span className={styles.muted}>
                {own.length} · {sumOf(own)}
              </span>
            </span>
          );
        })}
        {gridBands.map((band) => (
          <BandRow key={band}>
            <span className={styles.rowHead}>
              <b>
                <span className={styles[band]} aria-hidden="true">
                  {signs[band]}
                </span>{' '}
                {bandName(band)}
              </b>
              <span className={styles.muted}>
                {t('health.grid.accounts', {
                  count: accounts.filter((each) => gridBandOf(each.band) === band).length,
                })}
              </span>
            </span>
            {columns.map((column) => {
              const key = `${band} ${column}`;
              const own = cells.get(key) ?? [];
              const stage = gridStages.find((each) => each === column);
              const play = axis === 'maturity' && stage ? gridPlay(band, stage) : null;
              const isThin = band === 'none' || stage === 'none' || column === 'unknown';
              const pays = play === 'rescue-first' || play === 'sponsor-call';
              return (
                <button
                  key={key}
                  type="button"
                  data-cell=""
                  aria-pressed={open === key}
                  className={[
                    styles.cell,
                    isThin && styles.thin,
                    pays && own.length > 0 && styles.pays,
                    open === key && styles.open,
                  ]
                    .filter(Boolean)
                    .join(' ')}
                  onClick={() => setOpen(open === key ? null : key)}
                >
                  <span className="visually-hidden">
                    {bandName(band)}, {nameOf(column)}:
                  </span>
                  <b>{play ? t(`health.play.${play}`) : ' '}</b>
                  <span className={`${styles.marks} ${styles[band]}`} aria-hidden="true">
                    {own.slice(0, mostMarks).map(({ id, name, arrMinor }) => (
                      <span
                        key={id}
                        title={name}
                        style={{
                          fontSize: smallest + (largest - smallest) * Math.sqrt((arrMinor ?? 0) / most),
                        }}
                      >
                        {signs[band]}
                      </span>
                    ))}
                  </span>
                  <span className={styles.sum}>{own.length > 0 && `${own.length} · ${sumOf(own)}`}</span>
                </button>
              );
            })}
          </BandRow>
        ))}
      </div>
      <p className={styles.foot}>
        {t('health.grid.dashed')}
        <span>
          <Kbd>↑↓←→</Kbd> {t('health.grid.keys')} <Kbd>Enter</Kbd> {t('health.grid.enter')}
        </span>
      </p>
      {opened && (
        <ul className={styles.accounts} aria-label={t('health.listTitle')}>
          {opened.map(({ id, name, arrMinor }) => (
            <li key={id}>
              <Link to={`/accounts/${id}`}>{name}</Link>
              <span>{arrMinor === null ? '–' : format.money({ minor: arrMinor, currency })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The cells of a row lie in the grid itself. */
function BandRow({ children }: { children: React.ReactNode }) {
  return children;
}
