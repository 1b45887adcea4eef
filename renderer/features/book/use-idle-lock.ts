import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, queryClient } from '../../lib/api.ts';

const minute = 60_000;
const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/** Locks an encrypted book after the minutes set without a sign of anybody; what the page knew of it is forgotten. */
export function useIdleLock(): void {
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const { mutate: lock } = useMutation(
    api.book.lock.mutationOptions({ onSuccess: () => queryClient.removeQueries({ type: 'inactive' }) }),
  );
  const minutes = status?.isEncrypted ? (settings?.locksAfterMinutes ?? null) : null;
  useEffect(() => {
    if (minutes === null) return;
    let last = Date.now();
    const note = () => {
      last = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, note, { passive: true });
    // The clock, not a long timer: a computer that slept was idle too.
    const timer = setInterval(() => {
      if (Date.now() - last < minutes * minute) return;
      note();
      lock();
    }, 5_000);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, note);
    };
  }, [minutes, lock]);
}
