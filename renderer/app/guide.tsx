import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CircleQuestionMark } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatches } from 'react-router';
import { api } from '../lib/api.ts';
import type { GuideKey } from '../lib/area.ts';
import { PageGuide } from '../ui/page-guide.ts';
import styles from './guide.module.css';

/** Gives every screen its guide: a few lines of method under the title, on all screens or on none, as the user chose. */
export function Guided({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const key = useGuideKey();
  const { isShown, toggle } = useGuides();
  if (key === null) return children;
  const label = t(isShown ? 'guide.hide' : 'guide.show');
  const guide = {
    toggle: (
      <Button
        type="text"
        size="small"
        className={styles.toggle ?? ''}
        icon={<CircleQuestionMark size={15} aria-hidden />}
        aria-label={label}
        aria-expanded={isShown}
        title={label}
        onClick={toggle}
      />
    ),
    text: isShown && (
      <aside className={styles.guide} aria-label={t('guide.label')}>
        {t(`guide.text.${key}`)}
      </aside>
    ),
  };
  return <PageGuide value={guide}>{children}</PageGuide>;
}

/** Whether guides are shown, and the switch; remembered with the app's settings. */
export function useGuides(): { isShown: boolean; toggle: () => void } {
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const { mutate } = useMutation(api.settings.change.mutationOptions());
  const isShown = settings?.showsGuides ?? false;
  const toggle = useCallback(() => mutate({ showsGuides: !isShown }), [mutate, isShown]);
  return { isShown, toggle };
}

function useGuideKey(): GuideKey | null {
  const handle = useMatches().at(-1)?.handle as { guide: GuideKey } | undefined;
  return handle?.guide ?? null;
}
