import { Button, InputNumber } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../db/health/curve.ts';
import type { HealthModel, MeasureMode, ModelMeasure } from '../../../db/health/model.ts';
import { CurveDrawing } from './curve-drawing.tsx';
import styles from './model-page.module.css';

/** A measure of a model: its weight, its age and its curve, drawn as it is typed. */
export function MeasureEditor({
  measure,
  name,
  mode,
  bands,
  onChange,
  onRemove,
}: {
  measure: ModelMeasure;
  name: string;
  mode: MeasureMode | undefined;
  bands: HealthModel['bands'];
  onChange: (measure: ModelMeasure) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { curve } = measure;
  const setPoint = (at: number, point: CurvePoint) =>
    onChange({ ...measure, curve: curve.map((each, index) => (index === at ? point : each)) });
  return (
    <div className={styles.measure}>
      <div className={styles.measureHead}>
        <b>{name}</b>
        {mode && <span className={styles.muted}>{t(`health.mode.${mode}`)}</span>}
        <span className={styles.field}>
          {t('health.editor.weight')}
          <InputNumber
            size="small"
            min={0}
            aria-label={t('health.editor.weightOf', { name })}
            value={measure.weight}
            onChange={(weight) => onChange({ ...measure, weight: weight ?? 0 })}
          />
        </span>
        <span className={styles.field}>
          {t('health.editor.age')}
          <InputNumber
            size="small"
            min={1}
            precision={0}
            aria-label={t('health.editor.ageOf', { name })}
            placeholder="∞"
            value={measure.maximumAgeDays}
            onChange={(days) => onChange({ ...measure, maximumAgeDays: days ?? null })}
          />
        </span>
        <Button
          type="text"
          size="small"
          icon={<X size={13} />}
          aria-label={t('health.editor.remove', { name })}
          onClick={onRemove}
        />
      </div>
      <div className={styles.measureBody}>
        <CurveDrawing curve={curve} bands={bands} />
        <div className={styles.points}>
          {curve.map(([value, score], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the curve
            <span key={at} className={styles.point}>
              <InputNumber
                size="small"
                aria-label={t('health.editor.pointValue', { name, at: at + 1 })}
                value={value}
                onChange={(next) => setPoint(at, [next ?? 0, score])}
              />
              →
              <InputNumber
                size="small"
                min={0}
                max={100}
                aria-label={t('health.editor.pointScore', { name, at: at + 1 })}
                value={score}
                onChange={(next) => setPoint(at, [value, next ?? 0])}
              />
              <Button
                type="text"
                size="small"
                icon={<X size={12} />}
                disabled={curve.length <= 2}
                aria-label={t('health.editor.pointRemove', { at: at + 1 })}
                onClick={() => onChange({ ...measure, curve: curve.filter((_, index) => index !== at) })}
              />
            </span>
          ))}
          <Button
            type="text"
            size="small"
            icon={<Plus size={12} />}
            onClick={() => {
              const [value, score] = curve.at(-1) ?? [0, 0];
              onChange({ ...measure, curve: [...curve, [value + 1, score]] });
            }}
          >
            {t('health.editor.pointAdd')}
          </Button>
        </div>
      </div>
    </div>
  );
}
