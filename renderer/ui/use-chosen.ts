import { useState } from 'react';

/** Which of some lines are chosen, one by one or all of them at once. Keys are those of the lines that may be chosen. */
export function useChosen(keys: readonly string[], atFirst: () => readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(atFirst()));
  const isAll = keys.length > 0 && chosen.size === keys.length;
  return {
    chosen,
    isAll,
    toggle: (key: string) => {
      const next = new Set(chosen);
      if (!next.delete(key)) next.add(key);
      setChosen(next);
    },
    toggleAll: () => setChosen(new Set(isAll ? [] : keys)),
  };
}
