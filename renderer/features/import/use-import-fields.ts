import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useImport } from './import-store.ts';

/** The fields the columns of the file in hand can fill, by noun; undefined while they are asked for. */
export function useImportFields() {
  const { upload, text, headers } = useImport();
  const { data } = useQuery(
    api.import.open.queryOptions(upload === null ? skipToken : { upload, text, headers }, {
      placeholderData: (before) => before,
    }),
  );
  return data?.fields;
}
