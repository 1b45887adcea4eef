import { useMutation, useQuery } from '@tanstack/react-query';
import { Menu, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';

/** What can be done with the book as a whole; the commands are the frame's. */
type BookCommands = Readonly<
  Record<
    | 'new-book'
    | 'open-book'
    | 'open-sample'
    | 'import'
    | 'export-book'
    | 'save-copy'
    | 'back-up'
    | 'backups'
    | 'lock'
    | 'close-book',
    { readonly label: string; readonly isEnabled: boolean; readonly run: () => void }
  >
>;

const groups = [
  ['new-book', 'open-book', 'open-sample', 'import'],
  ['export-book', 'save-copy', 'back-up', 'backups', 'lock', 'close-book'],
] as const;

export function BookMenu({ commands }: { commands: BookCommands }) {
  const { t } = useTranslation();
  const { data: recent } = useQuery(api.book.recent.queryOptions());
  const { mutate: open } = useMutation(api.book.open.mutationOptions());
  const entry = (name: keyof BookCommands) => ({
    key: name,
    label: commands[name].label,
    disabled: !commands[name].isEnabled,
    onClick: commands[name].run,
  });
  const books = recent?.books ?? [];
  const entries: MenuProps['items'] = [
    ...groups[0].map(entry),
    { type: 'divider' },
    ...groups[1].map(entry),
    ...(books.length > 0
      ? [
          { type: 'divider' as const },
          {
            type: 'group' as const,
            label: t('book.recent'),
            children: books.map(({ path, name }) => ({
              key: path,
              label: name,
              title: path,
              onClick: () => open({ path }),
            })),
          },
        ]
      : []),
  ];
  return (
    <Menu selectable={false} items={entries} style={{ minWidth: 240, border: '1px solid var(--line)' }} />
  );
}
