import { Button, Dropdown } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type SeenList, useBookExport, useListExport } from './use-export.ts';

/** What of the book can be given away as a workbook from the account list. */
export function ExportMenu({ bookName, list }: { bookName: string; list: SeenList }) {
  const { t } = useTranslation();
  const exportBook = useBookExport();
  const exportList = useListExport();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'list', label: t('export.list'), onClick: () => void exportList(bookName, list) },
          { key: 'book', label: t('export.book'), onClick: () => void exportBook(bookName) },
        ],
      }}
    >
      <Button icon={<FileSpreadsheet size={14} />}>{t('export.menu')}</Button>
    </Dropdown>
  );
}
