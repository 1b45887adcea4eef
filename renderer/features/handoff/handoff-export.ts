import type { TFunction } from 'i18next';
import { isUndecided } from '../../../db/handoff/state.ts';
import type { ExportColumn } from '../../lib/list-export.tsx';
import type { HandoffListing } from './handoff-type.ts';

/** The list of handoffs as a workbook has it. */
export function handoffExport(t: TFunction): readonly ExportColumn<HandoffListing>[] {
  return [
    {
      key: 'account',
      heading: t('handoff.column.account'),
      is: 'text',
      value: ({ accountName }) => accountName,
    },
    { key: 'deal', heading: t('handoff.fact.deal'), is: 'text', value: ({ deal }) => deal },
    {
      key: 'kind',
      heading: t('handoff.column.kind'),
      is: 'text',
      value: ({ kind }) => t(`handoff.kind.${kind}`),
    },
    {
      key: 'state',
      heading: t('handoff.column.state'),
      is: 'text',
      value: ({ state }) => t(`handoff.group.${state}`),
    },
    { key: 'score', heading: t('handoff.column.score'), is: 'integer', value: ({ score }) => score },
    {
      key: 'offered',
      heading: t('handoff.column.offered'),
      is: 'text',
      value: ({ offered, state }) => (isUndecided(state) ? t(`handoff.decision.${offered}`) : null),
    },
    { key: 'missing', heading: t('handoff.column.missing'), is: 'integer', value: ({ missing }) => missing },
    { key: 'gaps', heading: t('handoff.column.gaps'), is: 'integer', value: ({ openGaps }) => openGaps },
    { key: 'returns', heading: t('handoff.column.returns'), is: 'integer', value: ({ returns }) => returns },
    { key: 'seller', heading: t('handoff.fact.seller'), is: 'text', value: ({ seller }) => seller },
    {
      key: 'submitted',
      heading: t('handoff.column.submitted'),
      is: 'date',
      value: ({ submittedOn }) => submittedOn,
    },
  ];
}
