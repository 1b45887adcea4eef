import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureLine } from '../../../db/qbr/figure.ts';
import { client } from '../../lib/api.ts';
import { UploadButton } from '../../lib/upload-button.tsx';
import { pastedFigures } from './pasted-figures.ts';
import styles from './qbr.module.css';
import { useAction } from './use-action.ts';

/** Several lines at once, pasted from a spreadsheet or read out of a file, seen as they were read before they are taken. */
export function FigureTable({
  onTake,
  onClose,
}: {
  onTake: (lines: readonly FigureLine[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { run } = useAction();
  const [text, setText] = useState('');
  const { lines, unread } = pastedFigures(text);
  return (
    <Modal
      open
      width={680}
      title={t('qbr.figure.pasteTitle')}
      okText={t('qbr.figure.pasteAdd')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: lines.length === 0 }}
      onOk={() => {
        onTake(lines);
        onClose();
      }}
      onCancel={onClose}
    >
      <p className={styles.muted}>{t('qbr.figure.pasteHint')}</p>
      <Input.TextArea
        value={text}
        aria-label={t('qbr.figure.pasteTitle')}
        autoSize={{ minRows: 5, maxRows: 16 }}
        onChange={({ target }) => setText(target.value)}
        autoFocus
      />
      <p className={styles.muted} role="status">
        {lines.length > 0 && t('qbr.figure.found', { count: lines.length })}{' '}
        {unread.length > 0 && t('qbr.figure.unread', { lines: unread.join(', ') })}
      </p>
      <UploadButton
        label={t('qbr.figure.fromFile')}
        onUploaded={([upload]) =>
          upload !== undefined && run(async () => setText(await client.import.text.query({ upload })))
        }
      />
    </Modal>
  );
}
