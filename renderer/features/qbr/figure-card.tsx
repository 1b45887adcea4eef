import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureShown, isReported } from '../../../db/qbr/figure.ts';
import { isSourced } from '../../../db/value/proof.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { LineCard } from './line-card.tsx';
import styles from './qbr.module.css';

/** Which figures a card shows: a page's own, or those of the house on the page of usage and of risks. */
export type FigureTopic = 'usage' | 'support' | 'feedback' | 'health' | 'risk';

type Edit = {
  readonly addLabel: string;
  readonly add: () => void;
  readonly open: (id: number) => void;
  readonly remove: (id: number) => void;
};

/** Figures of a page beside those of the comparison period, each with where it is from and of which day. */
export function FigureCard({
  topic,
  figures,
  edit,
  beside,
}: {
  topic: FigureTopic;
  figures: readonly FigureShown<string>[];
  /** Absent where the review is only shown. */
  edit?: Edit;
  beside?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = (value: number | null, unit: string) =>
    value === null ? null : `${format.number(value)}${unit ? ` ${unit}` : ''}`;
  const change = ({ value, before, unit }: FigureShown<string>) => {
    if (value === null || before === null) return null;
    const difference = Number((value - before).toPrecision(12));
    const sign = difference > 0 ? '+' : '';
    return unit === '%'
      ? t('qbr.figure.points', { difference: `${sign}${format.number(difference)}` })
      : `${sign}${write(difference, unit)}`;
  };
  const columns: readonly {
    readonly heading: string;
    readonly cell: (figure: FigureShown<string>) => ReactNode;
    readonly isNumber?: true;
  }[] = [
    {
      heading: t('qbr.figure.label'),
      cell: ({ label, remark }) => (
        <>
          {label}
          {remark && <div className={styles.remark}>{remark}</div>}
        </>
      ),
    },
    { heading: t('qbr.figure.before'), cell: ({ before, unit }) => write(before, unit), isNumber: true },
    { heading: t('qbr.figure.value'), cell: ({ value, unit }) => write(value, unit), isNumber: true },
    { heading: t('qbr.figure.change'), cell: change, isNumber: true },
    { heading: t('qbr.figure.source'), cell: (figure) => <Sourcing figure={figure} topic={topic} /> },
  ];
  // A column of numbers nobody filled says nothing.
  const shown = columns.filter(
    ({ isNumber, cell }) => isNumber !== true || figures.some((figure) => cell(figure) !== null),
  );
  return (
    <LineCard
      title={t(`qbr.figure.${topic}`)}
      beside={beside}
      headings={shown.map(({ heading }) => heading)}
      numbers={shown.flatMap(({ isNumber }, at) => (isNumber ? [at] : []))}
      rows={figures.map((figure) => ({
        id: figure.id ?? 0,
        name: figure.label,
        cells: shown.map(({ cell }) => cell(figure)),
      }))}
      empty={t(`qbr.empty.figure-${topic}`)}
      edit={edit}
    />
  );
}

function Sourcing({ figure, topic }: { figure: FigureShown<string>; topic: FigureTopic }) {
  const { t } = useTranslation();
  const { source, asOf, isStale } = figure;
  const isInside = topic === 'health' || topic === 'risk';
  return (
    <span className={styles.source}>
      {[source, asOf].filter(Boolean).join(', ')}{' '}
      {!isReported(figure) ? (
        <Chip tone="warn">{t('qbr.figure.untold')}</Chip>
      ) : isSourced(figure) ? (
        isStale && <Chip tone="warn">{t('qbr.figure.stale')}</Chip>
      ) : (
        <Chip tone="bad">{t(isInside ? 'goal.unsourced' : 'qbr.figure.insideOnly')}</Chip>
      )}
    </span>
  );
}
