import { Button, InputNumber, Select } from 'antd';
import { ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HealthException } from '../../../db/health/model.ts';
import { Card } from '../../ui/card.tsx';
import styles from './model-page.module.css';

/** The rules that cap a score, in their order: the first that applies counts. */
export function ExceptionEditor({
  exceptions,
  measures,
  nameOf,
  onChange,
}: {
  exceptions: readonly HealthException[];
  measures: readonly string[];
  nameOf: (key: string) => string;
  onChange: (exceptions: readonly HealthException[]) => void;
}) {
  const { t } = useTranslation();
  const [first] = measures;
  const set = (at: number, change: Partial<HealthException>) =>
    onChange(exceptions.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <Card title={t('health.exception.title')} beside={t('health.exception.teach')}>
      {exceptions.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the order
        <div key={at} className={styles.rule}>
          <Select<string>
            size="small"
            style={{ width: 190 }}
            aria-label={t('health.exception.measure', { at: at + 1 })}
            value={rule.measure}
            options={measures.map((key) => ({ value: key, label: nameOf(key) }))}
            onChange={(measure) => set(at, { measure })}
          />
          <Select<HealthException['comparison']>
            size="small"
            aria-label={t('health.exception.comparison', { at: at + 1 })}
            value={rule.comparison}
            options={(['at-most', 'at-least'] as const).map((value) => ({
              value,
              label: t(`health.exception.${value}`),
            }))}
            onChange={(comparison) => set(at, { comparison })}
          />
          <InputNumber
            size="small"
            aria-label={t('health.exception.value', { at: at + 1 })}
            value={rule.value}
            onChange={(value) => set(at, { value: value ?? 0 })}
          />
          →
          <Select<HealthException['cap']>
            size="small"
            aria-label={t('health.exception.cap', { at: at + 1 })}
            value={rule.cap}
            options={(['yellow', 'red'] as const).map((value) => ({
              value,
              label: t('health.exception.most', { band: t(`health.band.${value}`) }),
            }))}
            onChange={(cap) => set(at, { cap })}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowUp size={13} />}
            disabled={at === 0}
            aria-label={t('health.exception.up', { at: at + 1 })}
            onClick={() => onChange(exceptions.toSpliced(at, 1).toSpliced(at - 1, 0, rule))}
          />
          <Button
            type="text"
            size="small"
            icon={<X size={13} />}
            aria-label={t('health.exception.remove', { at: at + 1 })}
            onClick={() => onChange(exceptions.toSpliced(at, 1))}
          />
        </div>
      ))}
      {first !== undefined && (
        <Button
          size="small"
          onClick={() =>
            onChange([...exceptions, { measure: first, comparison: 'at-most', value: 0, cap: 'yellow' }])
          }
        >
          {t('health.exception.add')}
        </Button>
      )}
    </Card>
  );
}
