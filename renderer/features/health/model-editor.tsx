import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bookMeasures, directionsOf, modesOf, type OwnMeasure } from '../../../db/health/measure.ts';
import {
  type HealthModel,
  healthModelLevel,
  type MissingPolicy,
  type ModelMeasure,
  missingPolicies,
  problemsOf,
} from '../../../db/health/model.ts';
import type { ModelInForce } from '../../../db/health/model-query.ts';
import { healthTemplates, usualCurve } from '../../../db/health/templates.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureLabels } from '../../lib/health.ts';
import { Card } from '../../ui/card.tsx';
import { ChangePreview } from './change-preview.tsx';
import { ExceptionEditor } from './exception-editor.tsx';
import { MeasureEditor } from './measure-editor.tsx';
import type { ModelDraft } from './model-draft.ts';
import styles from './model-page.module.css';
import { SegmentChoice } from './segment-choice.tsx';

/** A model as a form: groups, weights, curves, rules; beside it who would change colour. Saved as the next version. */
export function ModelEditor({
  draft,
  models,
  measures: known,
  segments,
  onClose,
}: {
  draft: ModelDraft;
  models: readonly ModelInForce[];
  measures: readonly OwnMeasure[];
  segments: readonly { readonly id: number; readonly name: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [model, setModel] = useState<HealthModel>(draft.model);
  const [segmentIds, setSegmentIds] = useState(draft.segmentIds);
  const { data: inputs } = useQuery(api.health.inputs.queryOptions());
  const save = useMutation(api.health.model.save.mutationOptions({ onSuccess: onClose }));
  const retire = useMutation(api.health.model.retire.mutationOptions({ onSuccess: onClose }));
  const first = useMutation(api.health.model.putFirst.mutationOptions({ onSuccess: onClose }));
  const brought = healthTemplates.find(({ key }) => key === draft.template)?.measures ?? [];
  const measures: readonly OwnMeasure[] = [
    ...known,
    ...brought
      .filter(({ key }) => !known.some((each) => each.key === key))
      .map(({ name, ...facts }) => ({
        ...facts,
        id: 0,
        name: name.en,
        nameZh: name['zh-CN'],
        redefinedOn: null,
        isRetired: false,
      })),
  ];
  const { nameOf } = useMeasureLabels(measures);
  const modes = modesOf(measures);
  const problems = problemsOf(model, directionsOf(measures));
  const used = model.groups.flatMap((group) => group.measures.map(({ measure }) => measure));
  const counted = model.groups
    .filter(({ weight }) => weight > 0)
    .flatMap((group) => group.measures.filter(({ weight }) => weight > 0))
    .flatMap(({ measure }) => modes.get(measure) ?? []);
  const unused = [
    ...bookMeasures,
    ...measures.filter(({ isRetired }) => !isRetired).map(({ key }) => key),
  ].filter((key) => !used.includes(key));
  const setMeasures = (groupAt: number, next: readonly ModelMeasure[]) =>
    setModel({
      ...model,
      groups: model.groups.map((group, at) => (at === groupAt ? { ...group, measures: next } : group)),
    });
  const setWeight = (groupAt: number, weight: number) =>
    setModel({
      ...model,
      groups: model.groups.map((group, at) => (at === groupAt ? { ...group, weight } : group)),
    });
  return (
    <div className={styles.editor}>
      <div className={styles.form}>
        <Card title={t('health.editor.model')}>
          <div className={styles.settings}>
            <Input
              aria-label={t('health.editor.name')}
              value={model.name[format.language]}
              onChange={({ target }) =>
                setModel({
                  ...model,
                  name:
                    model.name.en === model.name['zh-CN']
                      ? { en: target.value, 'zh-CN': target.value }
                      : { ...model.name, [format.language]: target.value },
                })
              }
            />
            <SegmentChoice segments={segments} value={segmentIds} onChange={setSegmentIds} />
            <span className={styles.field}>
              {t('health.editor.yellowFrom')}
              <InputNumber
                aria-label={t('health.editor.yellowFrom')}
                value={model.bands.yellow}
                onChange={(yellow) => setModel({ ...model, bands: { ...model.bands, yellow: yellow ?? 0 } })}
              />
            </span>
            <span className={styles.field}>
              {t('health.editor.greenFrom')}
              <InputNumber
                aria-label={t('health.editor.greenFrom')}
                value={model.bands.green}
                onChange={(green) => setModel({ ...model, bands: { ...model.bands, green: green ?? 0 } })}
              />
            </span>
            <span className={styles.field}>
              {t('health.editor.minimumCoverage')}
              <InputNumber
                aria-label={t('health.editor.minimumCoverage')}
                value={model.minimumCoverage}
                onChange={(minimumCoverage) => setModel({ ...model, minimumCoverage: minimumCoverage ?? 0 })}
              />
            </span>
            <span className={styles.field}>
              {t('health.editor.ungradedDays')}
              <InputNumber
                min={0}
                max={366}
                precision={0}
                aria-label={t('health.editor.ungradedDays')}
                value={model.ungradedDays}
                onChange={(days) => setModel({ ...model, ungradedDays: days ?? 0 })}
              />
            </span>
            <Select<MissingPolicy>
              aria-label={t('health.editor.missing')}
              value={model.missing}
              options={missingPolicies.map((value) => ({ value, label: t(`health.missingPolicy.${value}`) }))}
              onChange={(missing) => setModel({ ...model, missing })}
            />
          </div>
          <p className={styles.muted}>{t('health.editor.level', { level: healthModelLevel(counted) })}</p>
        </Card>
        {model.groups.map((group, at) => (
          <Card
            key={group.key}
            title={group.name[format.language]}
            action={
              <span className={styles.field}>
                {t('health.editor.weight')}
                <InputNumber
                  size="small"
                  min={0}
                  aria-label={t('health.editor.weightOf', { name: group.name[format.language] })}
                  value={group.weight}
                  onChange={(weight) => setWeight(at, weight ?? 0)}
                />
              </span>
            }
          >
            {group.measures.map((measure, index) => (
              <MeasureEditor
                key={measure.measure}
                measure={measure}
                name={nameOf(measure.measure)}
                mode={modes.get(measure.measure)}
                bands={model.bands}
                onChange={(next) => setMeasures(at, group.measures.with(index, next))}
                onRemove={() => setMeasures(at, group.measures.toSpliced(index, 1))}
              />
            ))}
            {unused.length > 0 && (
              <Select<string>
                size="small"
                style={{ width: 220 }}
                value={null}
                placeholder={t('health.editor.addMeasure')}
                aria-label={t('health.editor.addMeasure')}
                options={unused.map((key) => ({ value: key, label: nameOf(key) }))}
                onChange={(key) => setMeasures(at, [...group.measures, newMeasure(key, measures)])}
              />
            )}
          </Card>
        ))}
        <ExceptionEditor
          exceptions={model.exceptions}
          measures={used}
          nameOf={nameOf}
          onChange={(exceptions) => setModel({ ...model, exceptions })}
        />
      </div>
      <div className={styles.preview}>
        {inputs && problems.length === 0 && (
          <ChangePreview
            accounts={inputs.accounts}
            today={inputs.today}
            models={models}
            draft={{ id: draft.id, model, segmentIds }}
            nameOf={nameOf}
          />
        )}
        {problems.length > 0 && (
          <Card title={t('health.editor.problems')}>
            <ul className={styles.problems}>
              {problems.map(({ problem, group, measure }) => (
                <li key={`${problem} ${group} ${measure}`}>
                  {[measure && nameOf(measure), t(`health.problem.${problem}`)].filter(Boolean).join(': ')}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <div className={styles.actions}>
          {draft.id !== null && (
            <>
              <Button
                danger
                onClick={() =>
                  draft.id !== null && retire.mutate({ id: draft.id, name: model.name[format.language] })
                }
              >
                {t('health.editor.retire')}
              </Button>
              <Button onClick={() => draft.id !== null && first.mutate({ id: draft.id })}>
                {t('health.editor.putFirst')}
              </Button>
            </>
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            type="primary"
            disabled={problems.length > 0}
            loading={save.isPending}
            onClick={() =>
              save.mutate({ id: draft.id, model, segmentIds: [...segmentIds], template: draft.template })
            }
          >
            {t(draft.id === null ? 'health.editor.saveNew' : 'health.editor.saveNext')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** A measure as it enters a model: the book's own with their usual curve, others with a line over their scale. */
function newMeasure(key: string, measures: readonly OwnMeasure[]): ModelMeasure {
  const own = measures.find((measure) => measure.key === key);
  if (!own) {
    const bookKey = bookMeasures.find((each) => each === key) ?? 'sponsor';
    return { measure: key, weight: 50, curve: usualCurve[bookKey], maximumAgeDays: null };
  }
  const [least, most] = [own.least ?? 0, own.most ?? 100];
  const falls = own.direction === 'decrease';
  return {
    measure: key,
    weight: 50,
    curve: [
      [least, falls ? 100 : 0],
      [most, falls ? 0 : 100],
    ],
    maximumAgeDays: 45,
  };
}
