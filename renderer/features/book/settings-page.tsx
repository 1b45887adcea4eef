import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { chooseTheme, type ThemeChoice, useAppearance } from '../../lib/appearance.ts';
import { notify } from '../../lib/notices.ts';
import { Tick } from '../../lib/tick.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { BookFields, type BookSettingsForm, RenewalGapField } from './book-form.tsx';
import { NoticesDialog } from './notices-dialog.tsx';
import { PassphraseSettings } from './passphrase-settings.tsx';
import styles from './settings-page.module.css';
import { StrayFiles } from './stray-files.tsx';

const themes: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** What can be set: the open book's own facts, how the app looks, and (`children`) what other features set in the book. */
export function SettingsPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const [showsNotices, setShowsNotices] = useState(false);
  const choice = useAppearance((state) => state.choice);
  const { mutate: edit, isPending } = useMutation(
    api.book.edit.mutationOptions({
      onSuccess: () => notify({ text: t('book.settings.saved'), canUndo: true }),
    }),
  );
  const { mutate: remember, mutateAsync: rememberNow } = useMutation(api.settings.change.mutationOptions());
  if (!status || !settings) return null;
  const facts: BookSettingsForm = {
    name: status.settings.name,
    owner: status.settings.owner,
    baseCurrency: status.settings.base_currency,
    fiscalYearStartMonth: status.settings.fiscal_year_start_month,
    language: status.settings.language,
    timeZone: status.settings.time_zone,
    renewalGapDays: status.settings.renewal_gap_days,
  };
  return (
    <>
      <PageHead title={t('book.settings.title')} />
      <div className={styles.columns}>
        <Card title={t('book.settings.thisBook')}>
          <Form
            key={JSON.stringify(facts)}
            layout="vertical"
            requiredMark={false}
            initialValues={facts}
            onFinish={(form: BookSettingsForm) => edit(form)}
          >
            <BookFields />
            <RenewalGapField />
            <Button type="primary" htmlType="submit" loading={isPending}>
              {t('app.save')}
            </Button>
          </Form>
          <StrayFiles />
        </Card>
        <div className={styles.column}>
          <Card title={t('book.passphrase.title')}>
            <PassphraseSettings />
          </Card>
          <Card title={t('book.settings.app')}>
            <Segmented
              label={t('app.theme.label')}
              options={themes.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
              value={choice}
              onChange={(theme) => {
                chooseTheme(theme);
                remember({ theme });
              }}
            />
            <p className={styles.fact}>
              <Tick checked={settings.showsGuides} onTick={(showsGuides) => rememberNow({ showsGuides })}>
                {t('book.settings.guides')}
              </Tick>
            </p>
            <p className={styles.fact}>{t('book.settings.version', { version: settings.version })}</p>
            <p className={styles.fact}>{t('book.settings.log', { file: settings.logFile })}</p>
            <Button size="small" onClick={() => setShowsNotices(true)}>
              {t('book.settings.notices')}
            </Button>
            {showsNotices && <NoticesDialog onClose={() => setShowsNotices(false)} />}
          </Card>
          {children}
        </div>
      </div>
    </>
  );
}
