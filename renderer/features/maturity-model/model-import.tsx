import { useMutation, useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { UploadButton } from '../../lib/upload-button.tsx';
import { ModelProblems } from './model-problems.tsx';

/** Takes a model in from a file, after showing what it holds and everything that is wrong with it. */
export function ModelImport({ onImported }: { onImported: (draft: { id: number }) => void }) {
  const { t } = useTranslation();
  const [uploaded, setUploaded] = useState<string | null>(null);
  return (
    <>
      <UploadButton
        icon={<FileUp size={14} />}
        label={t('maturityModel.import')}
        accept=".json,.xlsx"
        onUploaded={([file]) => setUploaded(file ?? null)}
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
          <h3>{model.name[language] || model.name.en || model.name['zh-CN']}</h3>
          <p>{model.purpose[language]}</p>
          <p>{t('assessment.questionCount', { count: model.indicators })}</p>
        </>
      )}
      {data && data.problemCount > 0 && (
        <>
          <p role="alert">
            {t(model ? 'maturityModel.textsMissing' : 'maturityModel.notRight', { count: data.problemCount })}
          </p>
          <ModelProblems problems={data.problems} count={data.problemCount} />
        </>
      )}
    </Modal>
  );
}
