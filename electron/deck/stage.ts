import type { DeckBox } from './slide.ts';

/** Inches. 16:9, as screens are. */
export const size = { w: 13.333, h: 7.5 };
export const margin = 0.62;
export const titleBox: DeckBox = { x: margin, y: 0.42, w: size.w - 2 * margin - 1.9, h: 0.82 };
export const coverBox: DeckBox = { x: 1, y: 2.1, w: size.w - 2, h: 1.7 };
export const body: DeckBox = { x: margin, y: 1.42, w: size.w - 2 * margin, h: 5.34 };
export const foot: DeckBox = { x: margin, y: 6.98, w: size.w - 2 * margin - 1, h: 0.3 };
