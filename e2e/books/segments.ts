import type { Api } from '../own-book.ts';
import { fillPortfolio } from './portfolio.ts';

/**
 * The portfolio in two schemes. By size: the large ones are placed, and of the two mid-size ones Elm fits the rule and waits;
 * nobody is small. By needs: all but Elm order right.
 */
export async function fillSegments(api: Api): Promise<void> {
  await fillPortfolio(api);
  const named = async (...names: string[]) => {
    const ids = [];
    for (const name of names) ids.push((await api.search.find({ typed: name }))[0]?.id ?? 0);
    return ids;
  };
  const { id: sizes } = await api.segment.createScheme({ name: 'Size', kind: 'a-priori', purpose: null });
  for (const [name, size, accounts] of [
    ['Large', 'large', ['Aster Education', 'Birch Retail Group', 'Dune Health']],
    ['Mid-size', 'mid', ['Cedar Logistics']],
    ['Small', 'small', []],
  ] as const) {
    const { id } = await api.segment.create({ schemeId: sizes, name });
    const rule = {
      match: 'all' as const,
      parts: [{ field: 'size' as const, comparison: 'any-of' as const, words: [size] }],
    };
    await api.segment.edit({ id, rule });
    if (accounts.length > 0) await api.segment.place({ segmentId: id, accountIds: await named(...accounts) });
  }
  const { id: needs } = await api.segment.createScheme({ name: 'Needs', kind: 'needs', purpose: null });
  const { id: order } = await api.segment.create({ schemeId: needs, name: 'Order right' });
  const all = await named('Aster Education', 'Birch Retail Group', 'Cedar Logistics', 'Dune Health');
  await api.segment.place({ segmentId: order, accountIds: all });
}
