import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Language } from '../../../../db/types/language.ts';
import { api, client } from '../../../lib/api.ts';
import { desktop } from '../../../lib/desktop.ts';
import { failureText } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextTable } from '../../../ui/text-table.tsx';
import styles from './papers-page.module.css';

/** What is handed round: the brief, the kickoff's agenda, the first thirty days and the certificate, one page each. */
export function PapersPage() {
  const { t } = useTranslation();
  const { language: shown } = useFormat();
  const id = Number(useParams().id);
  const [language, setLanguage] = useState<Language>(shown);
  const [chosen, setChosen] = useState('brief');
  const { data: papers, error } = useQuery(api.handoff.followUp.papers.queryOptions({ id, language }));
  const { mutate: save } = useMutation(
    api.handoff.followUp.savePapers.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('handoff.paper.saved', { path }) }),
    }),
  );
  if (error) return <EmptyState title={t('app.notFound.title')}>{failureText(error, t)}</EmptyState>;
  const paper = papers?.find(({ key }) => key === chosen);
  if (!papers || !paper) return null;

  async function saveWorkbook(audience: 'customer' | 'internal'): Promise<void> {
    const path = await desktop.chooseDestination(
      await client.handoff.followUp.papersName.query({ id, language, audience }),
    );
    if (path) save({ id, language, audience, path });
  }

  return (
    <>
      <PageHead
        title={t('handoff.paper.title')}
        beside={<Link to={`/handoffs/${id}`}>{paper.subtitle}</Link>}
      >
        <Segmented
          label={t('handoff.paper.language')}
          options={[
            { value: 'en', label: 'EN' },
            { value: 'zh-CN', label: '中文' },
          ]}
          value={language}
          onChange={setLanguage}
        />
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['customer', 'internal'] as const).map((audience) => ({
              key: audience,
              label: t(`handoff.paper.saveFor.${audience}`),
              onClick: () => void saveWorkbook(audience),
            })),
          }}
        >
          <Button icon={<FileDown size={14} />}>{t('handoff.paper.workbook')}</Button>
        </Dropdown>
        <Button type="primary" icon={<Printer size={14} />} onClick={() => window.print()}>
          {t('handoff.paper.print')}
        </Button>
      </PageHead>
      {/* The choice scrolls with the paper: a region without anything to focus is out of reach by keyboard. */}
      <div className={styles.desk}>
        <div className={styles.choice}>
          <Segmented
            label={t('handoff.paper.which')}
            options={papers.map(({ key }) => ({ value: key, label: t(`handoff.paper.${key}`) }))}
            value={paper.key}
            onChange={setChosen}
          />
        </div>
        <article className={styles.paper} lang={language}>
          <header>
            <h2>{paper.title}</h2>
            <span>{paper.subtitle}</span>
            {paper.isInternal && <Chip tone="warn">{t('handoff.paper.internal')}</Chip>}
          </header>
          {paper.sections.map(({ heading, columns, rows }) => (
            <section key={heading}>
              <h3>{heading}</h3>
              <TextTable columns={columns} rows={rows} />
            </section>
          ))}
          {paper.signatures.length > 0 && (
            <div className={styles.signatures}>
              {paper.signatures.map(({ role, name }) => (
                <p key={role}>
                  <span className={styles.rule} />
                  {role} {name}
                </p>
              ))}
            </div>
          )}
        </article>
      </div>
    </>
  );
}
