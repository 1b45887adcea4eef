import { Button, Form, Input, InputNumber } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ClaimInput, claimWorth } from '../../../db/value/proof.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './goal-form.module.css';

/** The part of a claim's form that its worth follows from. */
type FormulaForm = { inputs: ClaimInput[]; currency: string; conversionAgreedOn: string | null };

/** The factors of the formula, one per line. */
export function InputRows() {
  const { t } = useTranslation();
  return (
    <Form.List name="inputs">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.inputs}>
              <Form.Item name={[name, 'label']} noStyle>
                <Input
                  placeholder={t('value.inputLabel')}
                  aria-label={t('value.inputLabel')}
                  maxLength={200}
                />
              </Form.Item>
              <Form.Item name={[name, 'value']} noStyle>
                <InputNumber
                  placeholder={t('goal.value')}
                  aria-label={t('goal.value')}
                  style={{ width: '100%' }}
                />
              </Form.Item>
              <Form.Item name={[name, 'unit']} noStyle>
                <Input placeholder={t('goal.unit')} aria-label={t('goal.unit')} maxLength={40} />
              </Form.Item>
              <Button
                type="text"
                icon={<Trash2 size={14} />}
                aria-label={t('value.removeInput')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {rows.length < 12 && (
            <Button
              size="small"
              icon={<Plus size={14} />}
              onClick={() => add({ label: '', value: null, unit: '' })}
            >
              {t('value.addInput')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

/** What the formula comes to as it stands, or what it lacks. */
export function WorthNow() {
  const { t } = useTranslation();
  const format = useFormat();
  const form = Form.useFormInstance<FormulaForm>();
  const inputs = Form.useWatch('inputs', form) ?? [];
  const currency = Form.useWatch('currency', form) ?? 'CNY';
  const conversionAgreedOn = Form.useWatch('conversionAgreedOn', form) ?? null;
  const known = inputs.map(({ label, value, unit }) => ({ label, value: value ?? null, unit }));
  const worth = claimWorth({ inputs: known, currency, conversionAgreedOn });
  if (worth.kind === 'worth') return <>{t('value.comesTo', { amount: format.exactMoney(worth.money) })}</>;
  return <>{t(`value.worthGap.${worth.gap}`)}</>;
}
