import { DatePicker, Input, InputNumber, Popover } from 'antd';
import dayjs from 'dayjs';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../db/custom-field/query.ts';
import type { CustomFilter } from '../../../db/custom-field/rule.ts';
import { majorUnits, minorDigits } from '../../../db/types/money.ts';
import chipStyles from '../../ui/filter-chip.module.css';
import { FilterChip } from '../../ui/filter-chip.tsx';
import styles from './account-filters.module.css';
import { useAccountView } from './account-view.ts';

/** Narrows the list by one field of the user's: by its values, by a text in it, or by a range. */
export function CustomFieldFilter({ field, currency }: { field: CustomField; currency: string }) {
  const { t } = useTranslation();
  const { filter } = useAccountView();
  const own = filter.custom?.find(({ fieldId }) => fieldId === field.id);
  const cut = (next: CustomFilter | null) => {
    const others = (filter.custom ?? []).filter(({ fieldId }) => fieldId !== field.id);
    const custom = next ? [...others, next] : others;
    useAccountView.setState({ filter: { ...filter, custom: custom.length > 0 ? custom : undefined } });
  };
  if (field.kind === 'choice' || field.kind === 'yes-no') {
    const choices =
      field.kind === 'choice'
        ? field.choices.map(({ id, name }) => ({ value: String(id), label: name }))
        : [
            { value: '1', label: t('app.yes') },
            { value: '0', label: t('app.no') },
          ];
    const among = own && 'among' in own ? own.among : [];
    return (
      <FilterChip<string | null>
        label={field.name}
        all={t('account.list.all')}
        choices={[...choices, { value: null, label: t('account.list.notSet') }]}
        chosen={among.map((value) => (value === null ? null : String(value)))}
        onChange={(chosen) =>
          cut(
            chosen.length === 0
              ? null
              : {
                  fieldId: field.id,
                  among: chosen.map((value) => (value === null ? null : Number(value))),
                },
          )
        }
      />
    );
  }
  if (field.kind === 'text')
    return (
      <Input
        className={styles.custom ?? ''}
        size="small"
        allowClear
        aria-label={field.name}
        placeholder={field.name}
        value={own && 'containing' in own ? own.containing : ''}
        onChange={({ target }) =>
          cut(target.value === '' ? null : { fieldId: field.id, containing: target.value })
        }
      />
    );
  const range = own && 'from' in own ? own : { from: null, to: null };
  const bound = (end: 'from' | 'to', value: string | number | null) => {
    const next = { fieldId: field.id, from: range.from, to: range.to, [end]: value };
    cut(next.from === null && next.to === null ? null : next);
  };
  const unit = field.kind === 'money' ? 10 ** minorDigits(currency) : 1;
  const shown = (value: string | number | null) =>
    typeof value === 'number' && field.kind === 'money' ? majorUnits({ minor: value, currency }) : value;
  const stated =
    range.from === null && range.to === null ? null : `${shown(range.from) ?? ''} – ${shown(range.to) ?? ''}`;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      content={
        <div className={styles.range}>
          {(['from', 'to'] as const).map((end) => {
            const value = range[end];
            const label = `${field.name}: ${t(`customField.${end}`)}`;
            return field.kind === 'date' ? (
              <DatePicker
                key={end}
                aria-label={label}
                placeholder={t(`customField.${end}`)}
                value={typeof value === 'string' ? dayjs(value) : null}
                onChange={(day) => bound(end, day ? day.format('YYYY-MM-DD') : null)}
              />
            ) : (
              <InputNumber<number>
                key={end}
                aria-label={label}
                placeholder={t(`customField.${end}`)}
                controls={false}
                value={typeof value === 'number' ? value / unit : null}
                onChange={(figure) =>
                  bound(end, figure === null ? null : Math.round(figure * unit * 1e6) / 1e6)
                }
              />
            );
          })}
        </div>
      }
    >
      <button type="button" className={`${chipStyles.chip} ${stated ? chipStyles.on : ''}`}>
        <span className={chipStyles.text}>
          {t('grid.filter', { label: field.name, value: stated ?? t('account.list.all') })}
        </span>
        <ChevronDown size={12} aria-hidden />
      </button>
    </Popover>
  );
}
