import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { healthTemplates } from '../../../db/health/templates.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import { Card } from '../../ui/card.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { HealthTabs } from './health-tabs.tsx';
import type { ModelDraft } from './model-draft.ts';
import { ModelEditor } from './model-editor.tsx';
import styles from './model-page.module.css';

/** The models that score, in the order accounts are matched, and the templates to start one from. */
export function HealthModelPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { schemes } = useSlice();
  const [draft, setDraft] = useState<ModelDraft | null>(null);
  const { data } = useQuery(api.health.model.list.queryOptions(undefined, screenQuery));
  if (!data) return null;
  const { models, measures } = data;
  const segments = schemes.flatMap(({ segments: own }) => own);
  const nameOf = (id: number) => segments.find((segment) => segment.id === id)?.name ?? String(id);
  return (
    <>
      <PageHead title={t('health.editor.title')} count={format.number(models.length)}>
        <HealthTabs tab="model" />
      </PageHead>
      {draft ? (
        <ModelEditor
          key={`${draft.id} ${draft.template}`}
          draft={draft}
          models={models}
          measures={measures}
          segments={segments}
          onClose={() => setDraft(null)}
        />
      ) : (
        <div className={styles.overview}>
          <Card title={t('health.editor.inUse')} beside={t('health.editor.order')}>
            <ul className={styles.models}>
              {models.map(({ id, version, madeOn, model, segmentIds }) => (
                <li key={id ?? 0}>
                  <b>{model.name[format.language]}</b>
                  <span className={styles.muted}>
                    {version === 0 ? t('health.model.builtIn') : `v${version} · ${madeOn}`} ·{' '}
                    {segmentIds.length === 0
                      ? t('health.editor.everybody')
                      : segmentIds.map(nameOf).join(t('health.listSeparator'))}
                  </span>
                  <Button onClick={() => setDraft({ id, model, segmentIds, template: null })}>
                    {t(id === null ? 'health.editor.copy' : 'health.editor.edit')}
                  </Button>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('health.editor.templates')}>
            <ul className={styles.models}>
              {healthTemplates.map(({ key, model, purpose, measures: brought }) => (
                <li key={key}>
                  <b>{model.name[format.language]}</b>
                  <span className={styles.muted}>
                    {purpose[format.language]}
                    {brought.length > 0 && ` ${t('health.editor.brings', { count: brought.length })}`}
                  </span>
                  <Button onClick={() => setDraft({ id: null, model, segmentIds: [], template: key })}>
                    {t('health.editor.start')}
                  </Button>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
    </>
  );
}
