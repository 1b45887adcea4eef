import type { DeclaredNoun } from '../../db/nouns.ts';
import type { Screen } from '../lib/area.ts';

type Paged = Extract<DeclaredNoun, { readonly page: string }>;

/** The list of a declared noun that has an address, explained and called in the palette by the noun's name; `/:id` opens a row. */
export function nounScreen({ name, page }: Paged): Screen {
  return {
    path: `${page.slice(1)}/:id?`,
    guide: name,
    title: `${name}.title`,
    load: async () => ({ Component: (await import('./noun-route.tsx')).NounRoute }),
  };
}
