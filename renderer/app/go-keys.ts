import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAreas } from '../lib/area.ts';
import { isTypedElsewhere } from '../lib/page-keys.ts';

const millisecondsToWait = 2000;

/**
 * G and a letter go to an area from anywhere. Answers whether the letter is being waited for, so that the menu can show the
 * letters. The letter is heard before the screen's own keys, which never see it.
 */
export function useGoKeys(): boolean {
  const navigate = useNavigate();
  const { menu, more } = useAreas();
  const [isGoing, setIsGoing] = useState(false);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTypedElsewhere(event)) return;
    const key = event.key.toLowerCase();
    if (!isGoing && key !== 'g') return;
    if (key === 'shift') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setIsGoing(!isGoing);
    const area = isGoing && [...menu, ...more].find(({ goKey }) => goKey === key);
    if (area) void navigate(area.path);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  useEffect(() => {
    if (!isGoing) return;
    const timer = setTimeout(() => setIsGoing(false), millisecondsToWait);
    return () => clearTimeout(timer);
  }, [isGoing]);
  return isGoing;
}
