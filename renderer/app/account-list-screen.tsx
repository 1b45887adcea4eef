import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { accountListColumns } from '../../db/account/list-column.ts';
import { customFieldKey } from '../../db/custom-field/rule.ts';
import { segmentKey } from '../../db/segment/rule.ts';
import { AccountList } from '../features/account/account-list.tsx';
import { useAccountView, useSeenAccounts } from '../features/account/account-view.ts';
import { ExportMenu } from '../features/export/export-menu.tsx';
import { api } from '../lib/api.ts';
import { useCustomFields } from '../lib/custom-field.ts';
import { useSlice } from '../lib/slice.ts';

/** The account list with the ways in and out: a file to import, a workbook to give away. */
export function AccountListScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { sort, layout } = useAccountView();
  const { filter, group } = useSeenAccounts();
  const { schemes } = useSlice();
  const fields = useCustomFields();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const seen = {
    filter,
    order: { sort: sort.column, descending: sort.descending, group },
    columns: [
      ...accountListColumns,
      ...schemes.map(({ id }) => segmentKey(id)),
      ...fields.map(({ id }) => customFieldKey(id)),
    ].filter((column) => !layout.hidden.includes(column)),
  };
  return (
    <AccountList
      actions={
        <>
          <Button onClick={() => void navigate('/import')}>{t('book.import')}</Button>
          <ExportMenu bookName={status?.settings.name ?? ''} list={seen} />
        </>
      }
    />
  );
}
