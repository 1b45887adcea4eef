import { nounOfTable } from '../../../db/nouns.ts';
import type { SearchHit } from '../../../db/search/query.ts';

/** Where a hit is seen: its own screen where it has one, else its account's. */
export function hitAddress({ noun, id, accountId }: SearchHit): string {
  switch (noun) {
    case 'task':
      return `/tasks/${id}`;
    case 'segment':
      return `/segments/${id}`;
    case 'value_point':
    case 'value_proposition':
      return '/value/propositions';
    case 'handoff':
      return `/handoffs/${id}`;
    case 'qbr':
      return `/reviews/${id}`;
    case 'assessment':
      return `/assessments/${id}`;
    case 'account':
    case 'contact':
    case 'note':
    case 'goal':
    case 'milestone':
      return `/accounts/${accountId}`;
    default:
      return declaredAddress(noun, id, accountId);
  }
}

/** The row of a declared noun in its list, else its account. */
function declaredAddress(table: string, id: number, accountId: number | null): string {
  const page = nounOfTable(table)?.page;
  return page ? `${page}/${id}` : `/accounts/${accountId}`;
}
