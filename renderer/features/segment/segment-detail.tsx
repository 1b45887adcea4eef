import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Segment } from '../../../db/segment/query.ts';
import { type TouchModel, touchModels } from '../../../db/segment/rule.ts';
import { labelIn } from '../../../db/types/language.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Tick } from '../../lib/tick.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProseField } from '../../ui/prose-field.tsx';
import { PersonaCard } from './persona-card.tsx';
import { ResearchCard } from './research-card.tsx';
import { RuleCard } from './rule-card.tsx';
import styles from './segment-detail.module.css';

/** One segment: how it is served, whether the product fits, who belongs to it, and what its ideal customer is like. */
export function SegmentDetail() {
  const id = Number(useParams().id);
  const { data: segment } = useQuery(api.segment.get.queryOptions({ id }, screenQuery));
  return segment ? <Detail key={id} segment={segment} /> : null;
}

function Detail({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, scheme } = segment;
  const back = `/segments?scheme=${scheme.id}`;
  const { mutate: edit, mutateAsync: editNow } = useMutation(api.segment.edit.mutationOptions());
  const { mutate: setPoints } = useMutation(api.segment.setValuePoints.mutationOptions());
  const { mutate: remove } = useMutation(
    api.segment.delete.mutationOptions({
      onSuccess: () => {
        notify({ text: t('segment.deleted', { name: segment.name }), canUndo: true });
        void navigate(back);
      },
    }),
  );
  const { data: propositions } = useQuery(api.value.point.propositions.queryOptions());
  const groups = [
    ...(propositions?.propositions.map(({ product, points }) => ({ label: product, points })) ?? []),
    { label: t('valuePoint.loose'), points: propositions?.loose ?? [] },
  ].filter(({ points }) => points.length > 0);
  return (
    <>
      <PageHead
        title={
          <>
            <Link to={back} className={styles.back}>
              {scheme.name}
            </Link>
            {' / '}
            {segment.name}
          </>
        }
        beside={<Chip>{t(`segment.kind.${scheme.kind}`)}</Chip>}
      >
        <Button onClick={() => remove({ id })}>{t('segment.delete')}</Button>
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card title={t('segment.service.title')}>
            <div className={styles.fields}>
              <NameField segment={segment} />
              <div className={styles.field}>
                <span aria-hidden>{t('segment.service.touch')}</span>
                <Select<TouchModel | null>
                  aria-label={t('segment.service.touch')}
                  value={segment.touch}
                  allowClear
                  placeholder={t('segment.unset')}
                  options={touchModels.map((value) => ({ value, label: t(`segment.touchTeach.${value}`) }))}
                  onChange={(touch) => edit({ id, touch: touch ?? null })}
                />
              </div>
              <div className={styles.field}>
                <span aria-hidden>{t('segment.service.reviews')}</span>
                <InputNumber<number>
                  aria-label={t('segment.service.reviews')}
                  min={2}
                  max={52}
                  precision={0}
                  value={segment.reviewsPerYear}
                  placeholder={t('segment.service.reviewsHint')}
                  changeOnWheel={false}
                  onBlur={({ target }) => {
                    const reviewsPerYear = target.value === '' ? null : Number(target.value);
                    if (
                      reviewsPerYear !== segment.reviewsPerYear &&
                      !(reviewsPerYear !== null && reviewsPerYear < 2)
                    )
                      edit({ id, reviewsPerYear });
                  }}
                />
              </div>
              <TemplateField segment={segment} />
              <div className={styles.field}>
                <span aria-hidden>{t('segment.service.valuePoints')}</span>
                <Select<number[]>
                  aria-label={t('segment.service.valuePoints')}
                  mode="multiple"
                  value={[...segment.valuePointIds]}
                  placeholder={t('segment.service.valuePointsHint')}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={groups.map(({ label, points }) => ({
                    label,
                    title: label,
                    options: points.map((point) => ({ value: point.id, label: point.name })),
                  }))}
                  onChange={(valuePointIds) => setPoints({ segmentId: id, valuePointIds })}
                />
              </div>
              <ProseField
                label={t('segment.service.description')}
                hint={t('segment.service.descriptionHint')}
                value={segment.description}
                rows={2}
                onSave={(description) => edit({ id, description })}
              />
            </div>
          </Card>
          <Card title={t('segment.fit.title')}>
            <div className={styles.fields}>
              <ProseField
                label={t('segment.fit.evidence')}
                hint={t('segment.fit.hint')}
                value={segment.fitEvidence}
                rows={2}
                onSave={(fitEvidence) => edit({ id, fitEvidence })}
              />
              <Tick checked={segment.isValidated} onTick={(isValidated) => editNow({ id, isValidated })}>
                {t('segment.fit.validated')}
              </Tick>
              {segment.isValidated && segment.fitEvidence === null && (
                <p className={styles.warning}>{t('segment.fit.unfounded')}</p>
              )}
            </div>
          </Card>
          <RuleCard segment={segment} />
        </div>
        <div className={styles.column}>
          <ResearchCard segment={segment} />
          <PersonaCard segment={segment} />
        </div>
      </div>
    </>
  );
}

/** The journey its accounts are planned from. */
function TemplateField({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data: templates = [] } = useQuery(api.milestone.template.list.queryOptions());
  const { mutate: edit } = useMutation(api.segment.edit.mutationOptions());
  return (
    <div className={styles.field}>
      <span aria-hidden>{t('segment.service.template')}</span>
      <Select<number | null>
        aria-label={t('segment.service.template')}
        value={segment.milestoneTemplateId}
        allowClear
        placeholder={t('segment.service.templateHint')}
        options={templates.map(({ id, name, nameZh }) => ({
          value: id,
          label: labelIn(language, name, nameZh),
        }))}
        onChange={(templateId) => edit({ id: segment.id, milestoneTemplateId: templateId ?? null })}
      />
    </div>
  );
}

function NameField({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(segment.name);
  const { mutate: edit } = useMutation(
    api.segment.edit.mutationOptions({ onError: () => setTyped(segment.name) }),
  );
  const save = () => {
    const name = typed.trim();
    if (name === '') setTyped(segment.name);
    else if (name !== segment.name) edit({ id: segment.id, name });
  };
  return (
    <div className={styles.field}>
      <span aria-hidden>{t('segment.service.name')}</span>
      <Input
        aria-label={t('segment.service.name')}
        value={typed}
        maxLength={200}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={save}
        onPressEnter={save}
      />
    </div>
  );
}
