import { type ReactNode, useState } from 'react';
import type { Honesty } from '../../../db/qbr/honesty-query.ts';
import { client } from '../../lib/api.ts';
import { HonestyDialog } from './honesty-dialog.tsx';

/** Runs what takes a review out of the house at once, or after its open rules of honesty were answered for. */
export function useHonesty(id: number): {
  readonly whenHonest: (go: () => void) => void;
  readonly dialog: ReactNode;
} {
  const [asked, setAsked] = useState<{ honesty: Honesty; go: () => void } | null>(null);
  return {
    whenHonest: (go) =>
      void client.qbr.honesty
        .query({ id })
        .then((honesty) => (honesty.open.length === 0 ? go() : setAsked({ honesty, go }))),
    dialog: asked && (
      <HonestyDialog id={id} honesty={asked.honesty} onAnswered={asked.go} onClose={() => setAsked(null)} />
    ),
  };
}
