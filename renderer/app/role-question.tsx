import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { roles } from '../../db/types/role.ts';
import { useAreas } from '../lib/area.ts';
import { notify } from '../lib/notices.ts';
import styles from './role-question.module.css';

/** Asks once what the user does, since that decides the menu to begin with. It is in nobody's way and can be left unanswered. */
export function RoleQuestion() {
  const { t } = useTranslation();
  const { role, chooseRole } = useAreas();
  if (role !== null) return null;
  return (
    <section className={styles.question} aria-label={t('area.role.ask')}>
      <b>{t('area.role.ask')}</b>
      <span className={styles.why}>{t('area.role.why')}</span>
      {roles.map((each) => (
        <Button
          key={each}
          size="small"
          onClick={() => {
            chooseRole(each);
            notify({ text: t('area.role.chosen', { role: t(`area.role.${each}`) }) });
          }}
        >
          {t(`area.role.${each}`)}
        </Button>
      ))}
    </section>
  );
}
