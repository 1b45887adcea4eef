import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from './api.ts';
import { desktop } from './desktop.ts';
import { useFormat } from './format.ts';
import { notify } from './notices.ts';

/** A column of a list as its workbook has it: values in full, not as they are cut for the screen. */
export type ExportColumn<Row> = {
  /** Of the list's own column, which leaves the workbook when it is put away; none where it has no such column. */
  readonly key: string;
  readonly heading: string;
  readonly value: (row: Row) => string | number | null;
  readonly is: 'text' | 'date' | 'integer' | 'figure';
};

/** Saves a list as it is seen, its filters, order and columns, as a workbook. */
export function ListExport<Row>({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: readonly ExportColumn<Row>[];
  rows: readonly Row[];
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { mutate, isPending } = useMutation(
    api.export.seenList.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('export.done', { path }) }),
    }),
  );
  const save = async () => {
    const path = await desktop.chooseDestination(`${title}.xlsx`);
    if (!path) return;
    mutate({
      path,
      language,
      title,
      columns: columns.map(({ heading, is }) => ({ heading, is })),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    });
  };
  return (
    <Button
      icon={<FileSpreadsheet size={14} aria-hidden />}
      disabled={rows.length === 0}
      loading={isPending}
      onClick={() => void save()}
    >
      {t('export.menu')}
    </Button>
  );
}
