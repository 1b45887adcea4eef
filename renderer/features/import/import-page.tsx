import { skipToken, useQuery } from '@tanstack/react-query';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './import.module.css';
import { useImport } from './import-store.ts';

const steps = ['file', 'columns', 'check', 'done'] as const;

/** From a file to rows in the book: what is in it, what its columns mean, what would happen, and done. */
export function ImportPage() {
  const { t } = useTranslation();
  const { step, upload, text, headers } = useImport();
  const { data: opened, error } = useQuery(
    api.import.open.queryOptions(upload === null ? skipToken : { upload, text, headers }, {
      placeholderData: (before) => before,
    }),
  );
  const at = error ? 'file' : step;
  return (
    <>
      <PageHead
        title={t('import.title')}
        beside={
          <Steps
            className={styles.steps ?? ''}
            size="small"
            aria-label={t('import.steps')}
            current={steps.indexOf(at)}
            items={steps.map((key) => ({ title: t(`import.step.${key}`) }))}
          />
        }
      >
        <Link to="/import/past">{t('import.past.title')}</Link>
      </PageHead>
      <div className={styles.page}>
        {at === 'file' && <FileStep failure={error} />}
        {at === 'columns' && opened && <ColumnsStep opened={opened} />}
        {at === 'check' && opened && <CheckStep opened={opened} />}
        {at === 'done' && opened && <DoneStep opened={opened} />}
      </div>
    </>
  );
}
