import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';

const millisecondsBetweenLooks = 10 * 60_000;
const mostNamed = 3;

/** Tells of due tasks once a day through the system, and brings the screens into the new day, while a book is open. */
export function useDueReminder(bookPath: string | null | undefined): void {
  const { t } = useTranslation();
  const queries = useQueryClient();
  useEffect(() => {
    if (bookPath === undefined) return;
    const look = async () => {
      const titles = await client.task.takeReminder.mutate().catch(() => null); // the book was closed meanwhile
      if (!titles) return;
      const title = t('task.remind.title', { count: titles.length });
      await desktop.notify(title, titles.slice(0, mostNamed).join('\n'));
    };
    void look();
    const timer = setInterval(() => {
      void queries.invalidateQueries();
      void look();
    }, millisecondsBetweenLooks);
    return () => clearInterval(timer);
  }, [bookPath, t, queries]);
}
