import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { canReveal, desktop } from '../../lib/desktop.ts';
import { refusalText } from '../../lib/failure.ts';
import { notify } from '../../lib/notices.ts';
import { useExport } from '../../lib/running-export.ts';

const askedEvery = 150;

/** How far the export under way is; a word in the corner when it ends well, the reason when it does not. */
export function ExportProgress() {
  const running = useExport((state) => state.running);
  return running && <Watched key={running.job} {...running} />;
}

function Watched({ job, path }: { job: string; path: string }) {
  const { t } = useTranslation();
  const { data: state } = useQuery(
    api.job.state.queryOptions(
      { id: job },
      { refetchInterval: ({ state: { data } }) => (!data || data.is === 'running' ? askedEvery : false) },
    ),
  );
  const { mutate: cancel } = useMutation(api.job.cancel.mutationOptions({ meta: { changesNothing: true } }));
  const end = state?.is;
  useEffect(() => {
    if (end !== 'done' && end !== 'cancelled') return;
    notify({ text: end === 'done' ? t('export.done', { path }) : t('export.cancelled') });
    if (end === 'done' && canReveal) void desktop.reveal(path);
    useExport.setState({ running: null });
  }, [end, path, t]);
  const close = () => useExport.setState({ running: null });
  if (state?.is === 'failed')
    return (
      <Modal
        open
        title={t('export.failed')}
        onCancel={close}
        footer={<Button onClick={close}>{t('app.close')}</Button>}
      >
        {refusalText(state.failure, t)}
      </Modal>
    );
  if (state?.is !== 'running') return null;
  return (
    <Modal
      open
      closable={false}
      title={t('export.writing', { path })}
      footer={<Button onClick={() => cancel({ id: job })}>{t('app.cancel')}</Button>}
    >
      <Progress percent={Math.round((100 * state.done) / Math.max(1, state.total))} />
    </Modal>
  );
}
