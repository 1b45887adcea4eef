import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PastImport } from '../../../db/import/changeset-query.ts';
import { importNouns } from '../../../db/import/noun.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './past-imports.module.css';

/** The imports of the past: what each brought, and the way back, however much came after it. */
export function PastImports() {
  const { t } = useTranslation();
  const { data: imports } = useQuery(api.import.past.queryOptions());
  if (!imports) return null;
  return (
    <>
      <PageHead title={t('import.past.title')}>
        <Link to="/import">{t('import.past.new')}</Link>
      </PageHead>
      {imports.length === 0 ? (
        <EmptyState title={t('import.past.none')} action={<Link to="/import">{t('import.past.new')}</Link>}>
          {t('import.past.teach')}
        </EmptyState>
      ) : (
        <ol className={styles.list}>
          {imports.map((one) => (
            <Changeset key={one.importId} changeset={one} />
          ))}
        </ol>
      )}
    </>
  );
}

function Changeset({ changeset }: { changeset: PastImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { actionId, importId, at, file, counts, isTakenBack } = changeset;
  const { mutate: reverse, isPending } = useMutation(
    api.change.undoAction.mutationOptions({
      onSuccess: () =>
        notify({ text: t(isTakenBack ? 'import.past.doneAgain' : 'import.past.takenBack', { file }) }),
    }),
  );
  const when = `${format.longDate(format.dayOf(at))} ${format.time(at)}`;
  const beside = (['merged', 'unchanged', 'leftOut'] as const).flatMap((kind) => {
    const count = changeset[kind];
    return count === null || count === 0 ? [] : [t(`import.past.${kind}`, { count })];
  });
  return (
    <li className={styles.changeset}>
      <div className={styles.head}>
        <Button
          type="text"
          size="small"
          icon={isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          aria-expanded={isOpen}
          aria-label={t('import.past.show', { file })}
          onClick={() => setOpen(!isOpen)}
        />
        <span className={styles.file}>{file}</span>
        <time dateTime={at} className={styles.aside}>
          {when}
        </time>
        {isTakenBack && <Chip>{t('change.reversed')}</Chip>}
        <Button
          size="small"
          className={styles.way ?? ''}
          loading={isPending}
          aria-label={t(isTakenBack ? 'import.past.doAgainIt' : 'import.past.takeBackIt', { file, when })}
          onClick={() => reverse({ actionId })}
        >
          {t(isTakenBack ? 'import.past.doAgain' : 'change.takeBack')}
        </Button>
      </div>
      <p className={styles.counts}>
        {counts
          .map(({ table, created, changed }) =>
            t('import.past.count', { noun: nounName(table), created, changed }),
          )
          .concat(beside)
          .join(' · ')}
      </p>
      {isOpen && <Records importId={importId} />}
    </li>
  );

  function nounName(table: string): string {
    const noun = importNouns.find((name) => name === table);
    return noun ? t(`import.noun.${noun}`) : table;
  }
}

function Records({ importId }: { importId: number }) {
  const { t } = useTranslation();
  const { data } = useQuery(api.import.records.queryOptions({ actionId: importId }));
  if (!data) return null;
  return (
    <>
      <ul className={styles.records}>
        {data.records.map(({ table, id, accountId, name, isNew }) => (
          <li key={`${table}-${id}`}>
            <Chip tone={isNew ? 'good' : 'info'}>
              {t(isNew ? 'import.count.added' : 'import.count.changed')}
            </Chip>{' '}
            {accountId === null ? name : <Link to={`/accounts/${accountId}`}>{name}</Link>}
          </li>
        ))}
      </ul>
      {data.isMore && (
        <p className={styles.aside}>{t('import.firstShown', { count: data.records.length })}</p>
      )}
    </>
  );
}
