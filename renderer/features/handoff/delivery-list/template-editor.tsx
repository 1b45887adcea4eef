import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type MailTemplate, mailVariables } from '../../../../db/mail/template.ts';
import type { Language } from '../../../../db/types/language.ts';
import { api } from '../../../lib/api.ts';
import { notify } from '../../../lib/notices.ts';
import styles from '../welcome/welcome-dialog.module.css';

/** The words every welcome in this language starts from, with the variables that can be put in. */
export function TemplateEditor({
  language,
  template,
  isOwn,
  onChange,
  onClose,
}: {
  language: Language;
  template: MailTemplate;
  /** Whether the user changed it before; only then there is something to go back from. */
  isOwn: boolean;
  onChange: (template: MailTemplate) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const body = useRef<TextAreaRef>(null);
  const which = { kind: 'welcome', language } as const;
  const saved = () => {
    notify({ text: t('handoff.welcome.templateSaved'), canUndo: true });
    onClose();
  };
  const { mutate: edit, isPending } = useMutation(
    api.mail.editTemplate.mutationOptions({ onSuccess: saved }),
  );
  const { mutate: reset } = useMutation(api.mail.resetTemplate.mutationOptions({ onSuccess: saved }));

  /** Puts a variable where the cursor is. */
  function insert(variable: string): void {
    const area = body.current?.resizableTextArea?.textArea;
    const at = area?.selectionStart ?? template.body.length;
    const end = area?.selectionEnd ?? at;
    onChange({
      ...template,
      body: `${template.body.slice(0, at)}{{${variable}}}${template.body.slice(end)}`,
    });
    area?.focus();
  }

  return (
    <>
      <div className={styles.field}>
        <label htmlFor="template-subject">{t('handoff.welcome.subject')}</label>
        <Input
          id="template-subject"
          value={template.subject}
          maxLength={200}
          onChange={({ target }) => onChange({ ...template, subject: target.value })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor="template-body">{t('handoff.welcome.body')}</label>
        <Input.TextArea
          id="template-body"
          ref={body}
          value={template.body}
          maxLength={20_000}
          autoSize={{ minRows: 12, maxRows: 18 }}
          onChange={({ target }) => onChange({ ...template, body: target.value })}
        />
      </div>
      <fieldset className={styles.variables} aria-label={t('handoff.welcome.insert')}>
        {mailVariables.map((variable) => (
          <Button key={variable} size="small" onClick={() => insert(variable)}>
            {t(`handoff.welcome.variable.${variable}`)}
          </Button>
        ))}
      </fieldset>
      <div className={styles.foot}>
        {isOwn && (
          <Button size="small" type="text" onClick={() => reset(which)}>
            {t('handoff.welcome.reset')}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          loading={isPending}
          disabled={template.subject.trim() === '' || template.body.trim() === ''}
          onClick={() => edit({ ...which, ...template })}
        >
          {t('handoff.welcome.saveTemplate')}
        </Button>
      </div>
    </>
  );
}
