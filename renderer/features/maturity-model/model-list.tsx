import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ModelFileButton } from './model-file-button.tsx';
import { ModelImport } from './model-import.tsx';
import styles from './model-list.module.css';

/** The models assessments are made with: those that come with the app, one's own, and what is being written. */
export function ModelList() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const { data } = useQuery(api.maturityModel.list.queryOptions());
  const toDraft = ({ id }: { id: number }) => void navigate(`/assessments/models/${id}`);
  const { mutate: begin, isPending } = useMutation(
    api.maturityModel.begin.mutationOptions({ onSuccess: toDraft }),
  );
  const { mutate: remove } = useMutation(
    api.maturityModel.delete.mutationOptions({
      onSuccess: () => notify({ text: t('maturityModel.deleted'), canUndo: true }),
    }),
  );
  if (!data) return null;
  const { models, drafts } = data;
  return (
    <>
      <PageHead title={t('maturityModel.title')}>
        <Button onClick={() => void navigate('/assessments')}>{t('maturityModel.toAssessments')}</Button>
        <ModelImport onImported={toDraft} />
      </PageHead>
      <div className={styles.scroll}>
        {drafts.length > 0 && (
          <section aria-label={t('maturityModel.drafts')} className={styles.models}>
            <h2>{t('maturityModel.drafts')}</h2>
            {drafts.map(({ id, name }) => (
              <article key={id} className={styles.model}>
                <div className={styles.labels}>
                  <h3>
                    <Link to={`/assessments/models/${id}`}>{name[language]}</Link>{' '}
                    <Chip tone="info">{t('maturityModel.draft')}</Chip>
                  </h3>
                </div>
                <Button size="small" onClick={() => toDraft({ id })}>
                  {t('maturityModel.goOn')}
                </Button>
              </article>
            ))}
          </section>
        )}
        <section aria-label={t('maturityModel.title')} className={styles.models}>
          {models.map((model) => (
            <article key={model.key} className={styles.model}>
              <div className={styles.labels}>
                <h3>
                  {model.name[language]} <Chip>{t('maturityModel.version', { version: model.version })}</Chip>
                  {model.isBuiltIn && <Chip>{t('maturityModel.builtIn')}</Chip>}
                </h3>
                <p>{model.purpose[language]}</p>
                <p className={styles.facts}>
                  {t('assessment.questionCount', { count: model.indicators })} ·{' '}
                  {model.used === 0
                    ? t('maturityModel.unused')
                    : t('maturityModel.used', { count: model.used })}
                </p>
                {model.earlier.length > 0 && (
                  <div className={styles.earlier}>
                    {t('maturityModel.earlier')}
                    {model.earlier.map(({ version, used }) => (
                      <ModelFileButton
                        key={version}
                        source={{ key: model.key, version }}
                        size="small"
                        label={`${t('maturityModel.version', { version })} · ${
                          used === 0 ? t('maturityModel.unused') : t('maturityModel.used', { count: used })
                        }`}
                      />
                    ))}
                  </div>
                )}
              </div>
              <ModelFileButton source={{ key: model.key, version: model.version }} size="small" />
              {!model.isBuiltIn && (
                <Button size="small" onClick={() => remove({ key: model.key })}>
                  {t('maturityModel.delete')}
                </Button>
              )}
              <Button size="small" disabled={isPending} onClick={() => begin({ key: model.key })}>
                {model.isBuiltIn ? t('maturityModel.copy') : t('maturityModel.edit')}
              </Button>
            </article>
          ))}
        </section>
      </div>
    </>
  );
}
