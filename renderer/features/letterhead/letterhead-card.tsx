import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { upload } from '../../lib/upload.ts';
import { Card } from '../../ui/card.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import styles from './letterhead-card.module.css';

/** The logo on slides, and the company template their colours and fonts are taken from. */
export function LetterheadCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: letterhead } = useQuery(api.letterhead.get.queryOptions());
  const saved = { onSuccess: () => notify({ text: t('letterhead.saved'), canUndo: true }) };
  const { mutate: remove } = useMutation(api.letterhead.remove.mutationOptions(saved));
  const { mutate: take } = useMutation({
    mutationFn: async ({ part, file }: { part: 'logo' | 'template'; file: File }) => {
      const taken = { upload: await upload(file, part) };
      await (part === 'logo'
        ? client.letterhead.takeLogo.mutate(taken)
        : client.letterhead.takeTemplate.mutate(taken));
    },
    ...saved,
  });
  if (!letterhead) return null;
  const { logo, template } = letterhead;
  const layouts = ({ size, gap }: NonNullable<typeof template>) => {
    if (gap) return t(`letterhead.gap.${gap}`);
    if (!size) return t('letterhead.chosenBefore');
    const [width, height] = [size.w, size.h].map((inches) => format.number(Math.round(inches * 25.4) / 10));
    return t('letterhead.size', { width, height });
  };
  const parts = [
    { part: 'logo', accept: '.png,.jpg,.jpeg', has: logo !== null },
    { part: 'template', accept: '.pptx,.potx', has: template !== null },
  ] as const;
  return (
    <Card title={t('letterhead.title')}>
      <p className={styles.teach}>{t('letterhead.teach')}</p>
      {logo && <img className={styles.logo} src={logo} alt={t('letterhead.logo')} />}
      {template && (
        <p>
          {template.name}{' '}
          <span className={styles.colours} aria-hidden="true">
            {Object.entries(template.colours).map(([place, colour]) => (
              <span key={place} style={{ background: `#${colour}` }} />
            ))}
          </span>{' '}
          {[template.latin, template.eastAsian].filter((font) => font).join(' · ')}
        </p>
      )}
      {template && <p className={styles.teach}>{layouts(template)}</p>}
      {parts.map(({ part, accept, has }) => (
        <div key={part} className={styles.line}>
          <FileButton
            label={t(`letterhead.choose.${part}`)}
            accept={accept}
            onFiles={([file]) => file && take({ part, file })}
          />
          {has && (
            <Button type="text" onClick={() => remove({ part })}>
              {t(`letterhead.remove.${part}`)}
            </Button>
          )}
        </div>
      ))}
    </Card>
  );
}
