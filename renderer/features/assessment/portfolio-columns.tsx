import type { TFunction } from 'i18next';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { letterOf } from '../../../db/types/benchmark.ts';
import type { Format } from '../../lib/format.ts';
import type { GridColumn, GridSort } from '../../ui/grid/column.ts';
import type { PortfolioLine, ShownPortfolio } from './assessment-type.ts';
import { MaturityChip } from './maturity-chip.tsx';
import styles from './portfolio.module.css';

/** A tile per dimension, the deeper the higher. */
export function portfolioColumns(
  { dimensions, highest, lines }: ShownPortfolio,
  t: TFunction,
  { language, score }: Format,
  isUnnamed: boolean,
  names: readonly string[],
): GridColumn<PortfolioLine>[] {
  const placed = lines.filter(({ place }) => place !== null).length;
  const tile = (figure: number | null | undefined) =>
    figure === null || figure === undefined ? (
      '–'
    ) : (
      <span
        className={`${styles.tile} tabular`}
        style={{ '--depth': (figure - 1) / (highest - 1) } as CSSProperties}
      >
        {score(figure)}
      </span>
    );
  return [
    {
      key: 'subject',
      heading: t('assessment.subject'),
      width: 150,
      grow: 2,
      priority: 0,
      sortable: true,
      cell: ({ id, subject, book }) =>
        book === null && !isUnnamed ? <Link to={`/assessments/${id}`}>{subject}</Link> : subject,
    },
    ...(lines.some(({ book }) => book !== null)
      ? [
          {
            key: 'book',
            heading: t('maturity.portfolio.book'),
            width: 130,
            priority: 1,
            cell: ({ book }: PortfolioLine) =>
              book === null ? <b>{t('maturity.portfolio.thisBook')}</b> : names[book],
          },
        ]
      : []),
    {
      key: 'overall',
      heading: t('maturity.overall'),
      width: 80,
      priority: 0,
      sortable: true,
      cell: ({ overall }) => tile(overall),
    },
    {
      key: 'place',
      heading: t('maturity.portfolio.place'),
      width: 80,
      priority: 2,
      cell: ({ place }) => (
        <span className="tabular">
          {place === null ? '–' : t('maturity.portfolio.placeOf', { place, count: placed })}
        </span>
      ),
    },
    ...dimensions.map(
      ({ key, name, role }): GridColumn<PortfolioLine> => ({
        key: `dimension-${key}`,
        heading: name[language],
        width: 80,
        grow: 1,
        priority: role === 'core' ? 1 : 2,
        sortable: true,
        cell: ({ scores }) => tile(scores[key]),
      }),
    ),
    {
      key: 'stage',
      heading: t('maturity.stage'),
      width: 160,
      priority: 3,
      cell: ({ stage }) => (stage ? <MaturityChip stage={{ name: stage }} /> : '–'),
    },
    {
      key: 'assessedOn',
      heading: t('assessment.assessedOn'),
      width: 120,
      priority: 4,
      sortable: true,
      cell: ({ assessedOn }) => <span className="tabular">{assessedOn}</span>,
    },
  ];
}

/** In the order a heading asks for; what is unknown last, whichever way. */
export function sortedPortfolio(
  lines: readonly PortfolioLine[],
  sort: GridSort | null,
  language: string,
): readonly PortfolioLine[] {
  if (!sort) return lines;
  const { column, descending } = sort;
  const text = new Intl.Collator(language);
  const figure = (line: PortfolioLine) =>
    column === 'overall' ? line.overall : (line.scores[column.replace('dimension-', '')] ?? null);
  const compare = (a: PortfolioLine, b: PortfolioLine) => {
    if (column === 'subject') return text.compare(a.subject, b.subject);
    if (column === 'assessedOn') return a.assessedOn.localeCompare(b.assessedOn);
    return (figure(a) ?? 0) - (figure(b) ?? 0);
  };
  const isFigure = column !== 'subject' && column !== 'assessedOn';
  const known = isFigure ? lines.filter((line) => figure(line) !== null) : lines;
  const unknown = isFigure ? lines.filter((line) => figure(line) === null) : [];
  return [...known.toSorted((a, b) => (descending ? -1 : 1) * compare(a, b)), ...unknown];
}

/** Letters for the names, in an order that stays. */
export function withoutNames(portfolio: ShownPortfolio, t: TFunction): ShownPortfolio {
  return {
    ...portfolio,
    lines: portfolio.lines
      .toSorted((a, b) => a.unnamed - b.unnamed)
      .map((line) => ({
        ...line,
        subject: t('maturity.portfolio.client', { letter: letterOf(line.unnamed) }),
      })),
  };
}

/** The other books as they are called on screen: by number, the open one being the first, where names are left out. */
export function bookNames(
  books: readonly { readonly name: string }[],
  isUnnamed: boolean,
  t: TFunction,
): readonly string[] {
  return books.map(({ name }, at) =>
    isUnnamed ? t('maturity.portfolio.unnamedBook', { number: at + 2 }) : name,
  );
}
