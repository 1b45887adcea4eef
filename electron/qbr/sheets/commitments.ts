import type { AskShown, CommitmentShown } from '../../../db/qbr/content.ts';
import type { Page } from '../../files/workbook/page.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import type { QbrVersion } from '../version.ts';
import { headedPart, sectionSheet } from './section-page.ts';

const widths = [46, 14, 18, 18, 13, 16, 34];

/** Every earlier commitment with what became of it: how many were kept first, then each, the broken ones too. */
export function commitmentsSheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'commitments', widths, (page) => {
    headedPart(page, review, t('qbr.section.commitments'), content.commitments, (rows) =>
      commitmentTable(page, review, rows),
    );
  });
}

/** What each side asks of the other, and what each commitments. */
export function askSheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'ask', widths, (page) => {
    headedPart(page, review, t('qbr.asks'), content.asks, (rows) =>
      page.table<AskShown, string>(
        [
          { key: 'ask', heading: t('qbr.ask'), format: 'text', value: ({ ask }) => ask, wrap: true },
          {
            key: 'side',
            heading: t('qbr.askedBy'),
            format: 'text',
            value: ({ side }) => t(`qbr.side.${side}`),
          },
          {
            key: 'askedOf',
            heading: t('qbr.askedOf'),
            format: 'text',
            value: ({ askedOf }) => askedOf,
            wrap: true,
          },
          { key: 'due', heading: t('qbr.dueOn'), format: 'date', value: ({ dueOn }) => dueOn },
        ],
        rows,
      ),
    );
    page.gap();
    headedPart(page, review, t('qbr.newCommitments'), content.newCommitments, (rows) =>
      commitmentTable(page, review, rows),
    );
  });
}

function commitmentTable(page: Page, { t }: QbrVersion, commitments: readonly CommitmentShown[]): void {
  const hasComments = commitments.some(({ comment }) => comment);
  const table = page.table<CommitmentShown, string>(
    [
      { key: 'text', heading: t('qbr.commitment'), format: 'text', value: ({ text }) => text, wrap: true },
      {
        key: 'side',
        heading: t('qbr.promisedBySide'),
        format: 'text',
        value: ({ side }) => t(`qbr.side.${side}`),
      },
      {
        key: 'by',
        heading: t('qbr.promisedBy'),
        format: 'text',
        value: ({ promisedBy }) => promisedBy,
        wrap: true,
      },
      {
        key: 'to',
        heading: t('qbr.promisedTo'),
        format: 'text',
        value: ({ promisedTo }) => promisedTo,
        wrap: true,
      },
      { key: 'due', heading: t('qbr.dueOn'), format: 'date', value: ({ dueOn }) => dueOn },
      {
        key: 'score',
        heading: t('qbr.score'),
        format: 'text',
        value: ({ status, isPending }) => t(isPending ? 'qbr.scored.pending' : `qbr.scored.${status}`),
      },
      ...(hasComments
        ? [
            {
              key: 'comment',
              heading: t('qbr.insideOnly', { heading: t('qbr.comment') }),
              format: 'text' as const,
              value: ({ comment }: CommitmentShown) => comment ?? null,
              wrap: true,
            },
          ]
        : []),
    ],
    commitments,
  );
  const area = table.values('score');
  page.colour({ area, style: 'good', equals: t('qbr.scored.kept') });
  page.colour({ area, style: 'warn', equals: t('qbr.scored.partly') });
  page.colour({ area, style: 'bad', equals: t('qbr.scored.broken') });
}
