import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showBookDialog } from './book-dialog.ts';
import { RefusedBook } from './refused-book.tsx';

/** What stands where no book is open: what a book is, and the ways to one. */
export function NoBook() {
  const { t, i18n } = useTranslation();
  const { data: recent } = useQuery(api.book.recent.queryOptions());
  const { mutate: open } = useMutation(api.book.open.mutationOptions());
  const { mutate: openSample } = useMutation(api.book.openSample.mutationOptions());
  const choose = async () => {
    const path = await desktop.chooseBook();
    if (path) open({ path });
  };
  return (
    <>
      <RefusedBook />
      <EmptyState
        title={t('book.none.title')}
        action={
          <Space wrap>
            <Button type="primary" onClick={() => showBookDialog({ shown: 'new' })}>
              {t('book.new')}
            </Button>
            <Button onClick={() => void choose()}>{t('book.open')}</Button>
            <Button onClick={() => openSample({ language: i18n.language === 'zh-CN' ? 'zh-CN' : 'en' })}>
              {t('book.openSample')}
            </Button>
            {recent?.books.slice(0, 5).map(({ path, name }) => (
              <Button key={path} type="link" title={path} onClick={() => open({ path })}>
                {name}
              </Button>
            ))}
          </Space>
        }
      >
        {t('book.none.teach')}
      </EmptyState>
    </>
  );
}
