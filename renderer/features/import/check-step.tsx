import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { AlikeNames } from './alike-names.tsx';
import type { Opened } from './answered.ts';
import { tablesOf } from './choices.ts';
import styles from './import.module.css';
import { useImport } from './import-store.ts';
import { MissingRates, saidRates } from './missing-rates.tsx';
import { TablePreview } from './table-preview.tsx';

/** What the import would do, sheet by sheet, and the questions that are left. */
export function CheckStep({ opened }: { opened: Opened }) {
  const { t } = useTranslation();
  const { upload, text, stated, rates } = useImport();
  const tables = tablesOf(opened.sheets, stated);
  const input = { upload: upload ?? '', text, tables };
  const { data: preview, error } = useQuery(
    api.import.preview.queryOptions(input, { placeholderData: (before) => before }),
  );
  const { mutate: write, isPending } = useMutation(
    api.import.write.mutationOptions({
      meta: { changesNothing: true }, // not yet: the job does
      onSuccess: ({ job, planned }) => useImport.setState({ job, planned, step: 'done' }),
    }),
  );
  if (error) return <Alert type="error" showIcon title={failureText(error, t)} />;
  if (!preview) return null;
  const toWrite = preview.total.added + preview.total.changed;
  return (
    <>
      <div className={styles.asked}>
        <AlikeNames names={preview.names} opened={opened} />
        <MissingRates rates={preview.rates} />
      </div>
      <Tabs
        size="small"
        items={preview.tables.flatMap((table, index) => {
          const part = tables[index];
          // The answer to an earlier choice of tables is shown until the new one is there.
          if (part === undefined || part.noun !== table.noun) return [];
          const { sheet, noun, isPart } = part;
          const proposed = opened.sheets[sheet];
          const kind = t(`import.noun.${noun}`);
          const name = opened.sheets.length > 1 ? `${proposed?.name} · ${kind}` : kind;
          return [
            {
              key: `${sheet} ${noun}`,
              label: (
                <>
                  {isPart ? name : proposed?.name}{' '}
                  {table.counts.leftOut > 0 && <span className={styles.lacking}>{table.counts.leftOut}</span>}
                </>
              ),
              children: (
                <TablePreview
                  table={table}
                  sheet={sheet}
                  part={part}
                  headings={proposed?.headings ?? []}
                  opened={opened}
                />
              ),
            },
          ];
        })}
      />
      <footer className={styles.foot}>
        <Button onClick={() => useImport.setState({ step: 'columns' })}>{t('import.back')}</Button>
        {toWrite === 0 && (
          <span className={styles.hint}>
            {t(preview.total.unchanged === 0 ? 'import.allLeftOut' : 'import.nothingToWrite')}
          </span>
        )}
        <Button
          type="primary"
          disabled={toWrite === 0}
          loading={isPending}
          onClick={() => write({ ...input, rates: saidRates(preview.rates.currencies, rates) })}
        >
          {t('import.write', { count: toWrite })}
        </Button>
      </footer>
    </>
  );
}
