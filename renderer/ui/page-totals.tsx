import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** The place in the bottom line that the screen in view may fill. */
export const pageTotalsId = 'page-totals';

/** A screen's totals, shown in the window's bottom line for as long as the screen is. */
export function PageTotals({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(pageTotalsId)), []);
  return place && createPortal(children, place);
}
