import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { tell } from '../../lib/notices.ts';
import { upload } from '../../lib/upload.ts';
import { ModelProblems } from './model-problems.tsx';

/** Takes a model in from a file, after showing what it holds and everything that is wrong with it. */
export function ModelImport({ onImported }: { onImported: (draft: { id: number }) => void }) {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const [uploaded, setUploaded] = useState<string | null>(null);
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      setUploaded(await upload(file, 'import'));
    } catch (error) {
      tell({ failure: error });
    }
  }
  return (
    <>
      <Button icon={<FileUp size={14} />} onClick={() => chooser.current?.click()}>
        {t('maturityModel.import')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,.xlsx"
        aria-label={t('maturityModel.import')}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = ''; // the same file again is a new choice
        }}
      />
      {uploaded && (
        <ImportDialog
          upload={uploaded}
          onClose={() => setUploaded(null)}
          onImported={(draft) => {
            setUploaded(null);
            onImported(draft);
          }}
        />
      )}
    </>
  );
}

function ImportDialog({
  upload: uploaded,
  onClose,
  onImported,
}: {
  upload: string;
  onClose: () => void;
  onImported: (draft: { id: number }) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data, error } = useQuery(
    api.maturityModel.inspect.queryOptions({ upload: uploaded }, { gcTime: 0 }),
  );
  const { mutate: take, isPending } = useMutation(
    api.maturityModel.import.mutationOptions({ onSuccess: onImported }),
  );
  if (!data && !error) return null;
  const model = data?.model;
  return (
    <Modal
      open
      width={720}
      title={t('maturityModel.importTitle')}
      okText={t('maturityModel.takeIn')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !model }}
      confirmLoading={isPending}
      onOk={() => take({ upload: uploaded })}
      onCancel={onClose}
    >
      {error && <p role="alert">{failureText(error, t)}</p>}
      {model && (
        <>
          <h3>{model.name[language]}</h3>
          <p>{model.purpose[language]}</p>
          <p>{t('assessment.questionCount', { count: model.indicators })}</p>
        </>
      )}
      {data && !model && (
        <>
          <p role="alert">{t('maturityModel.notRight', { count: data.problemCount })}</p>
          <ModelProblems problems={data.problems} count={data.problemCount} />
        </>
      )}
    </Modal>
  );
}
