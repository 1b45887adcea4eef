/** What somebody does for a living with the book: decides which areas of the app they begin with. */
export const roles = ['csm', 'consultant', 'head'] as const;
export type Role = (typeof roles)[number];

/** Where an area of the app is found: in the menu, one step behind it under "More", or nowhere. */
export const areaPlaces = ['menu', 'more', 'off'] as const;
export type AreaPlace = (typeof areaPlaces)[number];
