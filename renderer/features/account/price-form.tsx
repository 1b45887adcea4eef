import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { isWithinTerm, priceOn } from '../../../db/contract/price.ts';
import type { Contract } from '../../../db/contract/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import styles from './inline-form.module.css';

type Typed = { fromOn: IsoDate | null; amountMinor: number | null; seats: number | null };

/** A new price within a contract, from a day on. */
export function PriceForm({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { mutate: change, isPending } = useMutation(
    api.contract.changePrice.mutationOptions({ onSuccess: onClose }),
  );
  if (!status) return null;
  const { startOn, endOn, currency, billingPeriod } = contract;
  const now = priceOn(contract, contract.priceChanges, status.today);
  const outside = t('contract.price.outside', {
    startOn,
    endOn: endOn ?? t('lifecycle.openEnded'),
  });
  return (
    <Form<Typed>
      className={styles.form ?? ''}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        fromOn: isWithinTerm(contract, status.today) ? status.today : null,
        amountMinor: now.amountMinor,
        seats: null,
      }}
      onFinish={({ fromOn, amountMinor, seats }) => {
        if (fromOn === null || amountMinor === null) return;
        change({ id: contract.id, change: { fromOn, amountMinor, seats: seats ?? null } });
      }}
    >
      <div className={styles.grid}>
        <Form.Item
          name="fromOn"
          label={t('contract.price.from')}
          rules={[
            {
              validator: (_, day: IsoDate | null) =>
                day && isWithinTerm(contract, day) ? Promise.resolve() : Promise.reject(new Error(outside)),
            },
          ]}
        >
          <DateInput />
        </Form.Item>
        <Form.Item
          name="amountMinor"
          label={t(`contract.price.amount.${billingPeriod}`)}
          rules={[{ required: true, message: t('contract.price.amountNeeded') }]}
        >
          <MoneyInput currency={currency} />
        </Form.Item>
        <Form.Item name="seats" label={t('contract.field.seats')}>
          <InputNumber
            min={0}
            precision={0}
            placeholder={t('contract.price.sameSeats')}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </div>
      <div className={styles.actions}>
        <span className={styles.hint}>{t('contract.price.teach')}</span>
        <Button size="small" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={isPending}>
          {t('contract.price.save')}
        </Button>
      </div>
    </Form>
  );
}
