import { usePageKeys } from '../../lib/page-keys.ts';

/** What the keys of the workshop do. Levels count from 1. */
export type WorkshopKeys = {
  readonly levels: number;
  readonly choose: (level: number) => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly evidence: () => void;
  readonly confidence: () => void;
  readonly notApplicable: () => void;
  readonly nextOpen: () => void;
  /** Shows what the respondents chose before all have. */
  readonly votes: () => void;
  readonly present: () => void;
};

/** Listens while the workshop is on screen. */
export function useWorkshopKeys(keys: WorkshopKeys): void {
  usePageKeys((event) => actionOf(event, keys));
}

function actionOf({ key, target }: KeyboardEvent, keys: WorkshopKeys): (() => void) | null {
  const level = Number(key);
  if (key.length === 1 && level >= 1 && level <= keys.levels) return () => keys.choose(level);
  const isRadio = target instanceof HTMLInputElement; // arrows move between its choices
  switch (key) {
    case 'Enter':
      return isOtherButton(target) ? null : keys.next;
    case 'ArrowRight':
    case 'ArrowDown':
      return isRadio ? null : keys.next;
    case 'ArrowLeft':
    case 'ArrowUp':
      return isRadio ? null : keys.previous;
    case 'e':
    case 'E':
      return keys.evidence;
    case 'c':
    case 'C':
      return keys.confidence;
    case 'n':
    case 'N':
      return keys.notApplicable;
    case 'o':
    case 'O':
      return keys.nextOpen;
    case 'v':
    case 'V':
      return keys.votes;
    case 'f':
    case 'F':
      return keys.present;
    default:
      return null;
  }
}

/** Enter on a button presses it, but on the level already chosen it goes on. */
function isOtherButton(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement && target.getAttribute('aria-pressed') !== 'true';
}
