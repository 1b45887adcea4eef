import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  fillTemplate,
  type MailTemplate,
  type MailVariable,
  messageText,
  missingVariables,
  unknownNames,
} from '../../../../db/mail/template.ts';
import type { IsoDate } from '../../../../db/types/calendar.ts';
import type { Language } from '../../../../db/types/language.ts';
import { api, client } from '../../../lib/api.ts';
import { desktop } from '../../../lib/desktop.ts';
import { formatIn, useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { TemplateEditor } from '../delivery-list/template-editor.tsx';
import type { Handoff } from '../handoff-type.ts';
import { MailPreview } from './mail-preview.tsx';
import styles from './welcome-dialog.module.css';
import { type Recipient, recipientsOf, type Sender, welcomeValues } from './welcome-values.ts';

/** The first message to the customer: filled in from the handoff, looked over, copied or saved as a draft. */
export function WelcomeDialog({
  handoff,
  kickoffBy,
  onClose,
}: {
  handoff: Handoff;
  kickoffBy: IsoDate | null;
  onClose: () => void;
}) {
  const { language: shown } = useFormat();
  const [language, setLanguage] = useState<Language>(shown);
  const { data: template } = useQuery(api.mail.template.queryOptions({ kind: 'welcome', language }));
  const { data: contacts } = useQuery(api.contact.list.queryOptions({ accountId: handoff.account_id }));
  const { data: sender } = useQuery(api.mail.sender.queryOptions());
  const { data: book } = useQuery(api.book.status.queryOptions());
  if (!template || !contacts || !sender || !book) return null;
  return (
    <WelcomeForm
      key={`${language} ${template.subject} ${template.body}`}
      handoff={handoff}
      kickoffBy={kickoffBy}
      language={language}
      onLanguage={setLanguage}
      template={template}
      recipients={recipientsOf(handoff, contacts)}
      sender={sender}
      owner={book.settings.owner}
      onClose={onClose}
    />
  );
}

function WelcomeForm({
  handoff,
  kickoffBy,
  language,
  onLanguage,
  template,
  recipients,
  sender,
  owner,
  onClose,
}: {
  handoff: Handoff;
  kickoffBy: IsoDate | null;
  language: Language;
  onLanguage: (language: Language) => void;
  template: MailTemplate & { isOwn: boolean };
  recipients: readonly Recipient[];
  sender: Sender;
  owner: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string | null>(recipients[0]?.name ?? null);
  const [typed, setTyped] = useState<Partial<Record<MailVariable, string>>>({});
  const [edited, setEdited] = useState<MailTemplate | null>(null);
  const recipient = recipients.find(({ name }) => name === to) ?? null;
  const known = welcomeValues(handoff, { recipient, owner, sender, kickoffBy }, formatIn(language));
  const { subject, body } = edited ?? template;
  const missing = missingVariables(fillTemplate(`${subject}\n${body}`, known));
  const values = { ...known, ...typed };
  const parts = { subject: fillTemplate(subject, values), body: fillTemplate(body, values) };
  const ready = { subject: messageText(parts.subject), body: messageText(parts.body) };
  const slips = unknownNames([...parts.subject, ...parts.body]);
  const isReady = ready.subject !== null && ready.body !== null && edited === null;

  const { mutate: save } = useMutation(
    api.mail.save.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('handoff.welcome.saved', { path }) }),
    }),
  );
  const { mutate: editSender } = useMutation(api.mail.editSender.mutationOptions());

  /** How the owner signs is the same in the next message. */
  function keep(variable: MailVariable): void {
    const text = typed[variable]?.trim();
    if (!text) return;
    if (variable === 'csm-title') editSender({ ...sender, title: text });
    if (variable === 'csm-phone') editSender({ ...sender, phone: text });
    if (variable === 'csm-email' && /^[^\s@]+@[^\s@]+$/.test(text)) editSender({ ...sender, email: text });
  }

  async function copy(): Promise<void> {
    if (ready.subject === null || ready.body === null) return;
    await navigator.clipboard.writeText(`${ready.subject}\n\n${ready.body}`);
    notify({ text: t('handoff.welcome.copied') });
  }

  async function saveDraft(): Promise<void> {
    if (ready.subject === null || ready.body === null) return;
    const path = await desktop.chooseDestination(await client.mail.name.query({ subject: ready.subject }));
    if (!path) return;
    const email = values['csm-email'];
    save({
      path,
      from: { name: values.csm ?? '', address: email?.includes('@') ? email : null },
      to: recipient ? [{ name: recipient.name, address: recipient.email }] : [],
      subject: ready.subject,
      text: ready.body,
    });
  }

  return (
    <Modal
      open
      width={960}
      title={t('handoff.welcome.title', { account: handoff.accountName })}
      onCancel={onClose}
      footer={
        <div className={styles.foot}>
          <span className={styles.hint} role="status">
            {edited === null && missing.some((variable) => !values[variable]?.trim())
              ? t('handoff.welcome.fillFirst')
              : slips.length > 0 && t('handoff.welcome.slips', { names: slips.join(', ') })}
          </span>
          <Button disabled={!isReady} onClick={() => void copy()}>
            {t('handoff.welcome.copy')}
          </Button>
          <Button type="primary" disabled={!isReady} onClick={() => void saveDraft()}>
            {t('handoff.welcome.save')}
          </Button>
        </div>
      }
    >
      <div className={styles.columns}>
        <div className={styles.form}>
          <Segmented
            label={t('handoff.welcome.language')}
            options={[
              { value: 'en', label: 'English' },
              { value: 'zh-CN', label: '简体中文' },
            ]}
            value={language}
            onChange={onLanguage}
          />
          {edited ? (
            <TemplateEditor
              language={language}
              template={edited}
              isOwn={template.isOwn}
              onChange={setEdited}
              onClose={() => setEdited(null)}
            />
          ) : (
            <>
              <div className={styles.field}>
                <label htmlFor="welcome-to">{t('handoff.welcome.to')}</label>
                <Select
                  id="welcome-to"
                  value={to}
                  placeholder={t('handoff.welcome.noRecipient')}
                  options={recipients.map(({ name, email }) => ({
                    value: name,
                    label: email ? `${name} <${email}>` : `${name} · ${t('handoff.welcome.noAddress')}`,
                  }))}
                  onChange={(name) => setTo(name)}
                />
              </div>
              {missing.length > 0 && <p className={styles.teach}>{t('handoff.welcome.missing')}</p>}
              {missing.map((variable) => (
                <div key={variable} className={styles.field}>
                  <label htmlFor={`welcome-${variable}`}>{t(`handoff.welcome.variable.${variable}`)}</label>
                  <Input
                    id={`welcome-${variable}`}
                    value={typed[variable] ?? ''}
                    maxLength={1000}
                    onChange={({ target }) => setTyped({ ...typed, [variable]: target.value })}
                    onBlur={() => keep(variable)}
                  />
                </div>
              ))}
              <Button
                size="small"
                type="text"
                onClick={() => setEdited({ subject: template.subject, body: template.body })}
              >
                {t('handoff.welcome.edit')}
              </Button>
            </>
          )}
        </div>
        <MailPreview subject={parts.subject} body={parts.body} />
      </div>
    </Modal>
  );
}
