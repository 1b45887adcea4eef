import { ChangeHistory } from '../../lib/change-history.tsx';
import { type HistoryTable, useChangeWords } from './use-change-words.ts';

/** One record of an account as it changed. */
export function RecordHistory({
  accountId,
  currency = '',
  ...shown
}: {
  table: HistoryTable;
  id: number;
  /** The account it belongs to; an account's own id. */
  accountId: number;
  /** What its amounts are in. */
  currency?: string;
  title: string;
  onClose: () => void;
}) {
  return <ChangeHistory {...shown} labels={useChangeWords(shown.table, accountId, currency)} />;
}
