import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SideChoice } from '../../ui/side-choice.tsx';
import { TemplateLines } from './template-lines.tsx';
import { TemplateNameDialog } from './template-name-dialog.tsx';
import styles from './template-page.module.css';
import { useMilestoneWords } from './use-milestone-words.ts';

/** The journeys accounts are planned from; `?template=2` shows that one. */
export function TemplatePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { templateName } = useMilestoneWords();
  const [search] = useSearchParams();
  const [naming, setNaming] = useState<'new' | 'copy' | 'rename' | null>(null);
  const { data: templates } = useQuery(api.milestone.template.list.queryOptions());
  const show = (id: number) => void navigate(`/lifecycle/templates?template=${id}`, { replace: true });
  const { mutate: createStandard } = useMutation(
    api.milestone.template.createStandard.mutationOptions({ onSuccess: ({ id }) => show(id) }),
  );
  const { mutate: remove } = useMutation(
    api.milestone.template.delete.mutationOptions({
      onSuccess: () => notify({ text: t('milestone.template.deleted'), canUndo: true }),
    }),
  );
  if (!templates) return null;
  const shown = templates.find(({ id }) => id === Number(search.get('template'))) ?? templates[0];
  const add = (
    <Button type="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setNaming('new')}>
      {t('milestone.template.add')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={
          <>
            <Link to="/lifecycle" className={styles.back}>
              {t('lifecycle.label')}
            </Link>
            {' / '}
            {t('milestone.template.title')}
          </>
        }
        count={format.number(templates.length)}
      >
        {shown && (
          <>
            <Button onClick={() => remove({ id: shown.id })}>{t('milestone.template.delete')}</Button>
            <Button onClick={() => setNaming('rename')}>{t('milestone.template.rename')}</Button>
            <Button onClick={() => setNaming('copy')}>{t('milestone.template.copy')}</Button>
          </>
        )}
        {add}
      </PageHead>
      {shown ? (
        <SideChoice
          label={t('milestone.template.title')}
          choices={templates.map((template) => {
            const steps = t('milestone.template.steps', { count: template.lines.length });
            const segments = template.segments.join(t('segment.rule.listJoint'));
            return {
              id: template.id,
              name: templateName(template),
              aside: `${steps} · ${segments || t('milestone.template.noSegment')}`,
            };
          })}
          chosen={shown.id}
          onChoose={show}
        >
          <TemplateLines key={shown.id} template={shown} />
        </SideChoice>
      ) : (
        <EmptyState
          title={t('milestone.template.none.title')}
          action={
            <Button type="primary" onClick={() => createStandard()}>
              {t('milestone.template.standard')}
            </Button>
          }
        >
          {t('milestone.template.none.teach')}
        </EmptyState>
      )}
      {naming && (
        <TemplateNameDialog
          template={naming === 'new' ? null : (shown ?? null)}
          isCopy={naming === 'copy'}
          onSaved={show}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
