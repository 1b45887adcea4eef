import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixCell } from '../../../db/value/account-point-query.ts';
import { type ValueState, valueStates } from '../../../db/value/point.ts';
import { api } from '../../lib/api.ts';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './cell-dialog.module.css';

/** One cell with what shows it: how far the value point has come with the account, since when, and the note. */
export function CellDialog({
  account,
  point,
  cell,
  onClose,
}: {
  account: { readonly id: number; readonly name: string };
  point: { readonly id: number; readonly name: string };
  cell: MatrixCell | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState<ValueState>(cell?.state ?? 'needed');
  const [note, setNote] = useState(cell?.note ?? '');
  const { mutate: set, isPending } = useMutation(api.value.point.set.mutationOptions({ onSuccess: onClose }));
  return (
    <Modal
      open
      title={t('valuePoint.cell', { account: account.name, point: point.name })}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => set({ accountId: account.id, valuePointId: point.id, state, note })}
      onCancel={onClose}
    >
      <div className={styles.fields}>
        <Segmented<ValueState>
          label={t('valuePoint.howFar')}
          options={valueStates.map((value) => ({ value, label: t(`valuePoint.state.${value}`) }))}
          value={state}
          onChange={setState}
        />
        <p className={styles.teach}>{t(`valuePoint.stateTeach.${state}`)}</p>
        <Input.TextArea
          value={note}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-label={t('valuePoint.note')}
          placeholder={t('valuePoint.noteHint')}
          onChange={({ target }) => setNote(target.value)}
        />
        {cell && <p className={styles.teach}>{t('valuePoint.since', { on: cell.changedOn })}</p>}
      </div>
    </Modal>
  );
}
