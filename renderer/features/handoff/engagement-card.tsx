import { useMutation } from '@tanstack/react-query';
import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { engagementFacts, isTimeToJoin } from '../../../db/handoff/engagement.ts';
import {
  type EngagementInput,
  engagementInputs,
  engagementRule,
  joinFromPercent,
} from '../../../db/handoff/engagement-rule.ts';
import { majorUnits, minorDigits } from '../../../db/types/money.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './engagement-card.module.css';
import type { Handoff } from './handoff-type.ts';

/** When CS steps in: the three facts against their limits, and the rule they give. */
export function EngagementCard({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isSetting, setSetting] = useState(false);
  const { mutate: edit } = useMutation(api.handoff.edit.mutationOptions());
  const { currency, limits } = handoff;
  const perUnit = 10 ** minorDigits(currency);
  const deal = handoff.average_deal_minor;
  const known = engagementFacts(handoff, currency);
  const { rule, within, missing } = engagementRule(known, limits);
  const joins = isTimeToJoin(rule, handoff.deal_percent);
  const facts: Record<
    EngagementInput,
    { value: number | null; limit: string; save: (value: number | null) => void }
  > = {
    averageDeal: {
      value: deal === null ? null : majorUnits({ minor: deal, currency }),
      limit: format.money(limits.averageDeal),
      save: (value) =>
        edit({ id: handoff.id, averageDealMinor: value === null ? null : Math.round(value * perUnit) }),
    },
    salesCycleDays: {
      value: handoff.sales_cycle_days,
      limit: format.days(limits.salesCycleDays),
      save: (value) => edit({ id: handoff.id, salesCycleDays: value }),
    },
    implementationDays: {
      value: handoff.implementation_days,
      limit: format.days(limits.implementationDays),
      save: (value) => edit({ id: handoff.id, implementationDays: value }),
    },
  };
  return (
    <Card
      title={t('handoff.engagement.title')}
      action={
        <Button size="small" type="text" onClick={() => setSetting(true)}>
          {t('handoff.engagement.limits')}
        </Button>
      }
    >
      <p className={styles.rule}>
        <Chip tone={rule === null ? 'plain' : 'accent'}>
          {t(`handoff.engagement.rule.${rule ?? 'unknown'}`, { percent: joinFromPercent })}
        </Chip>
      </p>
      {engagementInputs.map((input) => (
        <div key={input} className={styles.fact}>
          <label htmlFor={`engagement-${input}`}>{t(`handoff.engagement.input.${input}`)}</label>
          <FactInput id={`engagement-${input}`} {...facts[input]} />
          <span className={within[input] === false ? styles.over : styles.limit}>
            {within[input] === false ? '≥' : '<'} {facts[input].limit}
          </span>
        </div>
      ))}
      {known.isFromOrder && known.averageDeal && (
        <p className={styles.why}>
          {t('handoff.engagement.fromOrder', { amount: format.money(known.averageDeal) })}
        </p>
      )}
      <p className={styles.why}>
        {rule === null
          ? t('handoff.engagement.missing', { count: missing.length })
          : t(`handoff.engagement.because.${rule}`)}
      </p>
      <div className={styles.fact}>
        <label htmlFor="engagement-percent">{t('handoff.engagement.percent')}</label>
        <FactInput
          id="engagement-percent"
          most={100}
          value={handoff.deal_percent}
          save={(value) => edit({ id: handoff.id, dealPercent: value })}
        />
        <span className={styles.limit}>%</span>
      </div>
      {handoff.cs_joined_on ? (
        <p className={styles.why}>{t('handoff.engagement.joined', { date: handoff.cs_joined_on })}</p>
      ) : (
        handoff.state === 'draft' &&
        joins !== null && (
          <p className={styles.why}>{t(`handoff.engagement.${joins ? 'joinNow' : 'notYet'}`)}</p>
        )
      )}
      {isSetting && <LimitsDialog handoff={handoff} onClose={() => setSetting(false)} />}
    </Card>
  );
}

/** Whole figures from 0, kept when the field is left. */
function FactInput({
  id,
  most = 1e9,
  value,
  save,
}: {
  id: string;
  most?: number;
  value: number | null;
  save: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState<number | null>(value);
  const [kept, setKept] = useState<number | null>(value);
  if (kept !== value) {
    // An undo or another window changed it.
    setKept(value);
    setTyped(value);
  }
  return (
    <InputNumber
      id={id}
      size="small"
      style={{ width: 84 }}
      controls={false}
      min={0}
      max={most}
      precision={0}
      value={typed}
      onChange={setTyped}
      onBlur={() => typed !== value && save(typed)}
      onPressEnter={() => typed !== value && save(typed)}
    />
  );
}

function LimitsDialog({ handoff, onClose }: { handoff: Handoff; onClose: () => void }) {
  const { t } = useTranslation();
  const { averageDeal, salesCycleDays, implementationDays } = handoff.limits;
  const [limits, setLimits] = useState({
    averageDeal: majorUnits(averageDeal),
    salesCycleDays,
    implementationDays,
  });
  const { mutate: setAll, isPending } = useMutation(
    api.handoff.setLimits.mutationOptions({ onSuccess: onClose }),
  );
  const perUnit = 10 ** minorDigits(handoff.currency);
  return (
    <Modal
      open
      width={400}
      title={t('handoff.engagement.limitsTitle')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => {
        const { averageDeal: deal, ...days } = limits;
        setAll({ averageDealMinor: Math.round(deal * perUnit), ...days });
      }}
      onCancel={onClose}
    >
      <p className={styles.why}>{t('handoff.engagement.limitsTeach')}</p>
      {engagementInputs.map((input) => (
        <div key={input} className={styles.fact}>
          <label htmlFor={`limit-${input}`}>{t(`handoff.engagement.input.${input}`)}</label>
          <InputNumber
            id={`limit-${input}`}
            min={1}
            max={1e9}
            precision={0}
            value={limits[input]}
            suffix={input === 'averageDeal' ? handoff.currency : t('handoff.engagement.days')}
            onChange={(value) => value !== null && setLimits({ ...limits, [input]: value })}
          />
        </div>
      ))}
    </Modal>
  );
}
