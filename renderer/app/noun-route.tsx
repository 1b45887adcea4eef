import { useMatches } from 'react-router';
import { nouns } from '../../db/nouns.ts';
import { NounPage } from '../noun/noun-page.tsx';

/** The list of the declared noun whose guide the address names. */
export function NounRoute() {
  const handle = useMatches().at(-1)?.handle as { guide: string } | undefined;
  const noun = nouns.find(({ name }) => name === handle?.guide);
  return noun ? <NounPage key={noun.name} noun={noun} /> : null;
}
