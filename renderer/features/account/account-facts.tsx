import { useTranslation } from 'react-i18next';
import type { Account } from '../../../db/account/query.ts';
import { customFieldKey } from '../../../db/custom-field/rule.ts';
import { useCustomFields, useCustomText } from '../../lib/custom-field.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './account-page.module.css';

/** What is known of the account itself. */
export function AccountFactsCard({ account, currency }: { account: Account; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useCustomFields();
  const customText = useCustomText();
  return (
    <Card title={t('account.facts')}>
      <Facts>
        <Fact name={t('account.column.arr')}>
          {account.arrMinor !== null && (
            <span title={format.exactMoney({ minor: account.arrMinor, currency })}>
              {format.money({ minor: account.arrMinor, currency })}
            </span>
          )}
        </Fact>
        <Fact name={t('account.column.renewal')}>{account.renewalOn}</Fact>
        <Fact name={t('account.column.touched')}>{account.lastTouchedOn}</Fact>
        <Fact name={t('account.field.tier')}>{account.tier}</Fact>
        <Fact name={t('account.field.owner')}>{account.owner}</Fact>
        <Fact name={t('account.field.salesOwner')}>{account.salesOwner}</Fact>
        <Fact name={t('account.field.industry')}>{account.industry}</Fact>
        <Fact name={t('account.field.size')}>{account.size && t(`account.choice.size.${account.size}`)}</Fact>
        <Fact name={t('account.field.region')}>{account.region}</Fact>
        <Fact name={t('account.field.customerSince')}>{account.customerSince}</Fact>
        <Fact name={t('account.field.legalName')}>{account.legalName}</Fact>
        <Fact name={t('account.field.key')}>{account.key}</Fact>
        {fields.map((field) => (
          <Fact key={field.id} name={field.name}>
            {customText(field, account.custom[customFieldKey(field.id)])}
          </Fact>
        ))}
        <Fact name={t('account.field.tags')}>
          {account.tags.length > 0 && (
            <span className={styles.tags}>
              {account.tags.map((tag) => (
                <Chip key={tag}>{tag}</Chip>
              ))}
            </span>
          )}
        </Fact>
      </Facts>
      {account.description && <p className={styles.description}>{account.description}</p>}
    </Card>
  );
}
