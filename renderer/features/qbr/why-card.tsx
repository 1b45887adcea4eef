import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SuccessShown } from '../../../db/qbr/content.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './qbr.module.css';

/** Why they bought and what they would call a success, and whether they still say so. */
export function WhyCard({
  success,
  edit,
}: {
  success: SuccessShown | null;
  edit?: { write: () => void; confirm: () => void } | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('qbr.section.why')}
      action={
        edit && (
          <Button size="small" onClick={edit.write}>
            {t('qbr.fix.write-success')}
          </Button>
        )
      }
    >
      {success ? (
        <>
          <p className={styles.label}>{t('qbr.whyBought')}</p>
          <p className={styles.prose}>{success.whyBought ?? '–'}</p>
          <p className={styles.label}>{t('qbr.success')}</p>
          <p className={styles.prose}>{success.definition ?? '–'}</p>
          <p className={styles.label}>
            {success.confirmedOn ? (
              <Chip tone="good">
                {t('qbr.wasConfirmed', { date: success.confirmedOn, name: success.confirmedBy ?? '' })}
              </Chip>
            ) : (
              <Chip tone="warn">{t('qbr.unconfirmed')}</Chip>
            )}
            {edit && success.definition && (
              <Button size="small" onClick={edit.confirm}>
                {t('qbr.confirmToday')}
              </Button>
            )}
          </p>
        </>
      ) : (
        <p className={styles.muted}>{edit ? t('qbr.noSuccess') : t('qbr.nothing')}</p>
      )}
    </Card>
  );
}
