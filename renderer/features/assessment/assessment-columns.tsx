import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { Format } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import type { GridColumn } from '../../ui/grid/column.ts';
import { Meter } from '../../ui/meter.tsx';
import styles from './assessment-list.module.css';
import type { AssessmentLine } from './assessment-type.ts';
import { MaturityChip } from './maturity-chip.tsx';

/** What the list of assessments shows of each. */
export function assessmentColumns(
  t: TFunction,
  { language, score: figure }: Format,
): GridColumn<AssessmentLine>[] {
  return [
    {
      key: 'subject',
      heading: t('assessment.subject'),
      width: 200,
      grow: 2,
      priority: 0,
      sortable: true,
      cell: (line) => <Link to={assessmentPath(line)}>{line.subject}</Link>,
    },
    {
      key: 'model',
      heading: t('assessment.model'),
      width: 170,
      grow: 1,
      priority: 2,
      sortable: true,
      cell: ({ model }) => model.name[language],
    },
    {
      key: 'assessedOn',
      heading: t('assessment.assessedOn'),
      width: 110,
      priority: 1,
      sortable: true,
      cell: ({ assessedOn }) => <span className="tabular">{assessedOn}</span>,
    },
    {
      key: 'stage',
      heading: t('maturity.stage'),
      width: 190,
      priority: 0,
      cell: (line) =>
        line.finishedOn === null ? (
          <Chip tone="info">{t('assessment.underWay')}</Chip>
        ) : line.stage ? (
          <MaturityChip stage={line.stage} />
        ) : (
          <Chip shape="ungraded">{t('maturity.noOverall')}</Chip>
        ),
    },
    {
      key: 'overall',
      heading: t('maturity.overall'),
      width: 110,
      align: 'end',
      priority: 1,
      sortable: true,
      cell: ({ overall, highest }) =>
        overall === null ? '–' : t('maturity.ofHighest', { score: figure(overall), highest }),
    },
    {
      key: 'weakest',
      heading: t('maturity.weakestBeside'),
      width: 170,
      grow: 1,
      priority: 1,
      cell: ({ weakest }) =>
        weakest ? `${weakest.names.map((name) => name[language]).join(', ')} ${figure(weakest.score)}` : '–',
    },
    {
      key: 'settled',
      heading: t('assessment.answered'),
      width: 130,
      align: 'end',
      priority: 3,
      cell: ({ settled, indicators }) => (
        <>
          <Meter ratio={settled / indicators} tone={settled === indicators ? 'good' : 'accent'} />
          <span className={styles.count}>
            {settled}/{indicators}
          </span>
        </>
      ),
    },
    {
      key: 'assessor',
      heading: t('assessment.assessor'),
      width: 120,
      priority: 4,
      cell: ({ assessor }) => assessor ?? '–',
    },
  ];
}

/** Where opening an assessment leads: to its result, or back to the question it was left at. */
export function assessmentPath({ id, finishedOn }: Pick<AssessmentLine, 'id' | 'finishedOn'>): string {
  return finishedOn === null ? `/assessments/${id}/workshop` : `/assessments/${id}`;
}

/** Lines in the order a heading asks for; equal ones stay as they came, the latest first. */
export function sortedAssessments(
  lines: readonly AssessmentLine[],
  sort: { readonly column: string; readonly descending: boolean } | null,
  language: Format['language'],
): readonly AssessmentLine[] {
  if (!sort) return lines;
  const text = new Intl.Collator(language);
  const compare: Readonly<Record<string, (a: AssessmentLine, b: AssessmentLine) => number>> = {
    subject: (a, b) => text.compare(a.subject, b.subject),
    model: (a, b) => text.compare(a.model.name[language], b.model.name[language]),
    assessedOn: (a, b) => a.assessedOn.localeCompare(b.assessedOn),
    overall: (a, b) => (a.overall ?? 0) - (b.overall ?? 0),
  };
  const by = compare[sort.column];
  if (!by) return lines;
  const direction = sort.descending ? -1 : 1;
  return lines.toSorted((a, b) => direction * by(a, b));
}
