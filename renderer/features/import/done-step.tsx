import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportResult } from '../../../electron/import/import.ts';
import { api, queryClient } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { refusalText } from '../../lib/failure.ts';
import { notify } from '../../lib/notices.ts';
import type { Opened } from './answered.ts';
import { tablesOf } from './choices.ts';
import styles from './import.module.css';
import { startImport, useImport } from './import-store.ts';
import { SetUp } from './set-up.tsx';

const askedEvery = 150;

/** The import under way, then what came of it and how to take it back. */
export function DoneStep({ opened }: { opened: Opened }) {
  const { t } = useTranslation();
  const { job, planned } = useImport();
  const { data: state } = useQuery(
    api.job.state.queryOptions(
      { id: job ?? '' },
      { refetchInterval: ({ state: { data } }) => (data?.is === 'running' || !data ? askedEvery : false) },
    ),
  );
  const { mutate: cancel } = useMutation(api.job.cancel.mutationOptions({ meta: { changesNothing: true } }));
  const isDone = state?.is === 'done';
  useEffect(() => {
    if (isDone) void queryClient.invalidateQueries();
  }, [isDone]);
  if (!state) return null;
  if (state.is === 'running')
    return (
      <div className={styles.outcome}>
        <p>{t('import.writing')}</p>
        <Progress percent={Math.round((100 * state.done) / Math.max(1, state.total))} />
        <Button onClick={() => cancel({ id: job ?? '' })}>{t('app.cancel')}</Button>
      </div>
    );
  if (state.is === 'done') return planned && <Outcome opened={opened} result={planned} />;
  return (
    <div className={styles.outcome}>
      {state.is === 'failed' ? (
        <Alert type="error" showIcon title={refusalText(state.failure, t)} />
      ) : (
        <Alert type="info" showIcon title={t('import.cancelled')} />
      )}
      <Button onClick={() => useImport.setState({ step: 'check', job: null })}>{t('import.back')}</Button>
    </div>
  );
}

function Outcome({ opened, result }: { opened: Opened; result: ImportResult }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { upload, text, stated } = useImport();
  const { mutate: undo } = useMutation(
    api.change.undo.mutationOptions({
      onSuccess: () => {
        notify({ text: t('import.undone') });
        useImport.setState({ step: 'check', job: null });
      },
    }),
  );
  const { mutate: saveLeftOut, isPending } = useMutation(
    api.import.saveLeftOut.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('import.leftOutSaved', { path }) }),
    }),
  );
  const save = async () => {
    const path = await desktop.chooseDestination(t('import.leftOutName', { file: opened.name }));
    const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
    if (path)
      saveLeftOut({ upload: upload ?? '', text, tables: tablesOf(opened.sheets, stated), path, language });
  };
  return (
    <div className={styles.outcome}>
      <p className={styles.success}>
        <Check size={16} aria-hidden />
        {t('import.done', { file: opened.name, ...result })}
      </p>
      <div className={styles.actions}>
        <Button type="primary" onClick={() => void navigate('/accounts')}>
          {t('import.toBook')}
        </Button>
        <Button onClick={() => undo()}>{t('app.undoIt')}</Button>
        {result.leftOut > 0 && (
          <Button loading={isPending} onClick={() => void save()}>
            {t('import.saveLeftOut')}
          </Button>
        )}
        <Button onClick={() => startImport()}>{t('import.another')}</Button>
      </div>
      <SetUp />
    </div>
  );
}
