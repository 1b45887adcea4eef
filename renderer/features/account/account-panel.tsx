import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AccountHealthChip } from '../../lib/account-health-chip.tsx';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { StageChip } from '../../ui/stage-chip.tsx';
import styles from './account-panel.module.css';
import { useAccountView } from './account-view.ts';
import { LifecycleBar } from './lifecycle-bar.tsx';
import { RenewalChips } from './renewal-chips.tsx';

/** The selected account at a glance: where it stands, what is next, whom to call. */
export function AccountPanel({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const kept = { placeholderData: keepPreviousData };
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: account, isError } = useQuery(api.account.get.queryOptions({ id: accountId }, kept));
  const { data: contracts } = useQuery(api.contract.list.queryOptions({ accountId }, kept));
  const { data: contacts } = useQuery(api.contact.list.queryOptions({ accountId }, kept));
  const { data: open } = useQuery(api.task.open.queryOptions({ accountId }, kept));
  const tasks = open?.tasks;
  useEffect(() => {
    // Of another book, or gone by an undo.
    if (isError) useAccountView.setState({ selected: null });
  }, [isError]);
  if (!account || !status) return <aside className={styles.panel} />;
  const { today } = status;
  const live = contracts?.lines.filter(({ stage }) => stage !== 'churned') ?? [];
  return (
    <aside className={styles.panel} aria-label={t('account.panel.label')}>
      <div className={styles.head}>
        <h2 className={styles.name}>{account.name}</h2>
        <Kbd>Enter</Kbd>
      </div>
      <div className={styles.chips}>
        <AccountHealthChip accountId={accountId} />
        {account.stage && <StageChip stage={account.stage} />}
        <RenewalChips renewalOn={account.renewalOn} noticeOn={account.noticeOn} today={today} />
      </div>
      <Facts>
        <Fact name={t('account.column.arr')}>
          {account.arrMinor !== null &&
            format.money({ minor: account.arrMinor, currency: status.settings.base_currency })}
        </Fact>
        <Fact name={t('account.field.tier')}>{account.tier}</Fact>
        <Fact name={t('account.field.owner')}>{account.owner}</Fact>
        <Fact name={t('account.column.touched')}>{account.lastTouchedOn}</Fact>
      </Facts>
      <h3 className={styles.section}>{t('lifecycle.label')}</h3>
      {live.map((line) => (
        <LifecycleBar key={line.contractIds.join()} line={line} today={today} />
      ))}
      {live.length === 0 && <p className={styles.none}>{t('lifecycle.unknown')}</p>}
      <h3 className={styles.section}>{t('account.panel.people')}</h3>
      {contacts?.slice(0, 3).map(({ id, name, role, title }) => (
        <div key={id} className={styles.person}>
          <span>{name}</span>
          <span className={styles.aside}>{role ? t(`contact.choice.role.${role}`) : title}</span>
        </div>
      ))}
      {contacts?.length === 0 && <p className={styles.none}>{t('account.panel.nobody')}</p>}
      <h3 className={styles.section}>{t('account.panel.next')}</h3>
      {tasks?.slice(0, 3).map(({ id, title, dueOn }) => (
        <div key={id} className={styles.task}>
          <time className={dueOn !== null && dueOn < today ? styles.late : styles.due}>
            {dueOn ? format.monthDay(dueOn) : '–'}
          </time>
          <span>{title}</span>
        </div>
      ))}
      {tasks?.length === 0 && <p className={styles.none}>{t('account.panel.nothingNext')}</p>}
      <div className={styles.actions}>
        <Button type="primary" onClick={() => void navigate(`/accounts/${accountId}`)}>
          {t('account.panel.open')}
        </Button>
      </div>
    </aside>
  );
}
