import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { partAt } from '../../../db/maturity/model-document.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './model-editor.module.css';
import { ModelFileButton } from './model-file-button.tsx';
import { ModelOutline } from './model-outline.tsx';
import { ModelProblems } from './model-problems.tsx';
import { ModelSection } from './model-section.tsx';
import { nameAt, sectionTitle } from './place-words.ts';
import { sectionOf, sectionsOf } from './sections.ts';
import { useModelDraft } from './use-model-draft.ts';

/** A model being written, part by part, both languages side by side; what is not right yet is told with its place. */
export function ModelEditor() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const id = Number(useParams().id);
  const [search, setSearch] = useSearchParams();
  const { document, problems, isSaving, edit, reshape } = useModelDraft(id);
  const sections = useMemo(() => (document === undefined ? [] : sectionsOf(document)), [document]);
  const leave = () => void navigate('/assessments/models');
  const { mutate: publish, isPending } = useMutation(
    api.maturityModel.publish.mutationOptions({
      onSuccess: ({ version }) => {
        notify({ text: t('maturityModel.published', { version }), canUndo: true });
        leave();
      },
    }),
  );
  const { mutate: discard } = useMutation(
    api.maturityModel.discard.mutationOptions({
      onSuccess: () => {
        notify({ text: t('maturityModel.discarded'), canUndo: true });
        leave();
      },
    }),
  );
  if (document === undefined) return null;
  const wanted = search.get('part') ?? '';
  const current = partAt(document, wanted) === undefined ? '' : wanted;
  const go = (path: string) => setSearch(path === '' ? {} : { part: path }, { replace: true });
  const here = problems.filter(({ path }) => sectionOf(sections, path) === current);
  return (
    <>
      <PageHead
        title={nameAt(document, '', language) ?? t('maturityModel.unnamed')}
        beside={
          <>
            <Chip tone="info">{t('maturityModel.draft')}</Chip>
            <span className={styles.saved} aria-live="polite">
              {isSaving ? t('assessment.saving') : t('assessment.saved')}
            </span>
          </>
        }
      >
        <ModelFileButton source={{ draft: id }} />
        <Button onClick={() => discard({ id })}>{t('maturityModel.discard')}</Button>
        <Button
          type="primary"
          disabled={problems.length > 0}
          loading={isPending}
          onClick={() => publish({ id })}
        >
          {t('maturityModel.publish')}
        </Button>
      </PageHead>
      <div className={styles.columns}>
        <ModelOutline
          document={document}
          sections={sections}
          problems={problems}
          current={current}
          onSelect={go}
        />
        <div className={styles.work}>
          <h2 className={styles.title}>{sectionTitle(document, current, t, language)}</h2>
          <ModelSection key={current} editing={{ document, problems, edit, reshape, go }} path={current} />
          {problems.length > 0 && (
            <Card
              title={t('maturityModel.fix', { count: problems.length })}
              beside={here.length > 0 && t('maturityModel.here', { count: here.length })}
            >
              <ModelProblems
                problems={problems}
                count={problems.length}
                onGo={(path) => go(sectionOf(sections, path))}
              />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
