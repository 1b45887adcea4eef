import { nouns } from '../../db/nouns.ts';
import { NounPanel } from './noun-panel.tsx';

/** What an account has of every declared noun that stands on its page. */
export function NounPanels({ accountId }: { accountId: number }) {
  return nouns.map(
    (noun) => 'panel' in noun && <NounPanel key={noun.name} noun={noun} accountId={accountId} />,
  );
}
