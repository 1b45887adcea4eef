import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { ExportColumn } from '../../lib/list-export.tsx';
import type { GridColumn } from '../../ui/grid/column.ts';
import { CommitmentStatusMenu } from './commitment-status.tsx';
import styles from './ledger-page.module.css';
import type { LedgerRow } from './ledger-view.ts';

/** The columns of the ledger on screen. */
export function ledgerColumns(t: TFunction): readonly GridColumn<LedgerRow>[] {
  return [
    {
      key: 'account',
      heading: t('commitment.ledger.account'),
      width: 150,
      priority: 1,
      sortable: true,
      cell: ({ account_id: id, accountName }) => (
        <Link to={`/accounts/${id}`} className={styles.link}>
          {accountName}
        </Link>
      ),
    },
    {
      key: 'text',
      heading: t('commitment.text'),
      width: 200,
      grow: 3,
      priority: 0,
      cell: ({ text }) => <span title={text}>{text}</span>,
    },
    {
      key: 'status',
      heading: t('commitment.ledger.standing'),
      width: 112,
      priority: 2,
      sortable: true,
      cell: (row) => <CommitmentStatusMenu commitment={row} late={row.late} />,
    },
    {
      key: 'due',
      heading: t('commitment.dueOn'),
      width: 96,
      priority: 3,
      sortable: true,
      cell: ({ dueOn }) => dueOn,
    },
    {
      key: 'by',
      heading: t('commitment.by'),
      width: 104,
      grow: 1,
      priority: 4,
      sortable: true,
      cell: ({ promisedBy }) => promisedBy,
    },
    {
      key: 'side',
      heading: t('commitment.sideLabel'),
      width: 92,
      priority: 6,
      sortable: true,
      cell: ({ side }) => t(`commitment.choice.side.${side}`),
    },
    {
      key: 'to',
      heading: t('commitment.to'),
      width: 96,
      priority: 8,
      sortable: true,
      cell: ({ promised_to: to }) => to,
    },
    {
      key: 'made',
      heading: t('commitment.madeOn'),
      width: 96,
      priority: 7,
      sortable: true,
      cell: ({ made_on: madeOn }) => madeOn,
    },
    {
      key: 'source',
      heading: t('commitment.ledger.source'),
      width: 96,
      priority: 5,
      cell: (row) => <Source row={row} t={t} />,
    },
  ];
}

function Source({ row: { foundIn, source_id: id }, t }: { row: LedgerRow; t: TFunction }) {
  if (foundIn === null) return null;
  const word = t(`commitment.ledger.from.${foundIn}`);
  if (foundIn === 'renewal') return word;
  return (
    <Link to={`/${foundIn === 'handoff' ? 'handoffs' : 'reviews'}/${id}`} className={styles.link}>
      {word}
    </Link>
  );
}

/** The ledger as a workbook has it. */
export function ledgerExport(t: TFunction): readonly ExportColumn<LedgerRow>[] {
  return [
    {
      key: 'account',
      heading: t('commitment.ledger.account'),
      is: 'text',
      value: ({ accountName }) => accountName,
    },
    { key: 'text', heading: t('commitment.text'), is: 'text', value: ({ text }) => text },
    {
      key: 'status',
      heading: t('commitment.ledger.standing'),
      is: 'text',
      value: ({ shownStatus }) => t(`commitment.ledger.is.${shownStatus}`),
    },
    { key: 'due', heading: t('commitment.dueOn'), is: 'date', value: ({ dueOn }) => dueOn },
    { key: 'by', heading: t('commitment.by'), is: 'text', value: ({ promisedBy }) => promisedBy },
    {
      key: 'side',
      heading: t('commitment.sideLabel'),
      is: 'text',
      value: ({ side }) => t(`commitment.choice.side.${side}`),
    },
    { key: 'to', heading: t('commitment.to'), is: 'text', value: ({ promised_to: to }) => to },
    { key: 'made', heading: t('commitment.madeOn'), is: 'date', value: ({ made_on: madeOn }) => madeOn },
    {
      key: 'source',
      heading: t('commitment.ledger.source'),
      is: 'text',
      value: ({ foundIn }) => (foundIn === null ? null : t(`commitment.ledger.from.${foundIn}`)),
    },
    { key: 'comment', heading: t('commitment.comment'), is: 'text', value: ({ comment }) => comment },
  ];
}
