import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandoffTemplate } from '../../../../db/handoff/template.ts';
import { Card } from '../../../ui/card.tsx';
import type { TemplateVersion } from '../handoff-type.ts';
import styles from './template-versions.module.css';

/** Every version of the list: which one new handoffs begin with and how many were made with each. */
export function TemplateVersions({
  versions,
  isDraft,
  onEdit,
}: {
  versions: readonly TemplateVersion[];
  isDraft: boolean;
  onEdit: (template: HandoffTemplate) => void;
}) {
  const { t } = useTranslation();
  return (
    <Card title={t('deliveryList.versions')}>
      <ul>
        {versions.map(({ template, handoffs }, at) => (
          <li key={template.version} className={styles.version}>
            <span>
              {t('deliveryList.version', { version: template.version })}
              <span className={styles.use}>
                {at === 0 && `${t('deliveryList.current')} · `}
                {t('deliveryList.handoffs', { count: handoffs })}
              </span>
            </span>
            {(at > 0 || isDraft) && (
              <Button
                size="small"
                type="text"
                aria-label={t('deliveryList.editVersion', { version: template.version })}
                onClick={() => onEdit(template)}
              >
                {t('deliveryList.editFrom')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.teach}>{t('deliveryList.teach')}</p>
    </Card>
  );
}
