import { useQuery } from '@tanstack/react-query';
import { api } from '../lib/api.ts';
import { useFormat } from '../lib/format.ts';

/** How much needs the CSM now; what only comes up is not counted. */
export function TodayCount() {
  const format = useFormat();
  const { data } = useQuery(api.today.read.queryOptions());
  return data && data.count.pressing > 0 ? format.number(data.count.pressing) : null;
}
