import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { UploadButton } from '../../lib/upload-button.tsx';
import styles from './reading-page.module.css';

type Found = Awaited<ReturnType<typeof client.health.reading.fromFile.query>>;
const problemsShown = 12;

/** The day's sheet as an Excel file, out and back: what the file holds is shown before anything is taken. */
export function ReadingFile({ on }: { on: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [found, setFound] = useState<Found | null>(null);
  const { mutate: save } = useMutation(
    api.health.reading.template.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('export.done', { path }) }),
    }),
  );
  const { mutate: write, isPending } = useMutation(
    api.health.reading.write.mutationOptions({
      onSuccess: ({ written }) => {
        setFound(null);
        notify({ text: t('health.reading.written', { count: written }), canUndo: true });
      },
    }),
  );
  const export_ = async () => {
    const path = await desktop.chooseDestination(`${t('health.reading.title')} ${on}.xlsx`);
    if (path) save({ on, path, language: format.language });
  };
  async function read(upload: string | undefined) {
    if (upload === undefined) return;
    try {
      setFound(await client.health.reading.fromFile.query({ upload, on }));
    } catch (error) {
      notify({ failure: error });
    }
  }
  return (
    <>
      <Button
        icon={<FileSpreadsheet size={14} aria-hidden />}
        aria-label={t('health.file.out')}
        title={t('health.file.out')}
        onClick={() => void export_()}
      />
      <UploadButton label={t('health.file.in')} onUploaded={([upload]) => void read(upload)} />
      {found && (
        <Modal
          open
          title={t('health.file.title')}
          okText={t('health.file.take', { count: found.entries.length })}
          cancelText={t('app.cancel')}
          okButtonProps={{ disabled: found.entries.length === 0, loading: isPending }}
          onOk={() => write({ entries: [...found.entries] })}
          onCancel={() => setFound(null)}
        >
          <p>{t('health.file.found', { count: found.entries.length })}</p>
          {found.replaced > 0 && (
            <p className={styles.note}>{t('health.file.replaced', { count: found.replaced })}</p>
          )}
          {found.unknown.length > 0 && (
            <p className={styles.note}>
              {t('health.file.unknown', { names: found.unknown.join(t('health.listSeparator')) })}
            </p>
          )}
          {found.problems.length > 0 && (
            <>
              <p className={styles.wrong}>{t('health.file.problems', { count: found.problems.length })}</p>
              <ul className={styles.note}>
                {found.problems.slice(0, problemsShown).map(({ row, text, problem }) => (
                  <li key={`${row} ${text}`}>
                    {t('health.file.row', { row, text })}: {t(`health.problem.${problem}`)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Modal>
      )}
    </>
  );
}
