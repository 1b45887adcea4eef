import { describe, expect, test } from 'vitest';
import { roles } from '../../db/types/role.ts';
import { placedAreas } from '../lib/area.ts';
import { areas } from './areas.ts';

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
const holds = { account: true, contract: true };

describe('the declared areas', () => {
  test('each has a key, an address and a go-to key of its own', () => {
    for (const facet of ['key', 'path', 'goKey'] as const)
      expect(new Set(areas.map((area) => area[facet])).size).toBe(areas.length);
    expect(areas.map(({ goKey }) => goKey).filter((key) => !/^[a-z,]$/.test(key))).toEqual([]);
  });

  test('each begins with a screen at its own address, and every address has one screen', () => {
    for (const { path, screens } of areas)
      expect(`/${screens[0]?.path}`).toMatch(new RegExp(`^${path}(/|$)`));
    const addresses = areas.flatMap(({ screens }) => screens.map((screen) => screen.path));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('every screen with an address of its own is named, so that the palette can go there', () => {
    const unnamed = areas.flatMap(({ screens }) =>
      screens.slice(1).filter(({ path, title }) => !/:\w+(\/|$)/.test(path) && title === undefined),
    );
    expect(unnamed).toEqual([]);
  });
});

test.each([...roles, null])(
  'a beginner who is %s sees at most nine areas, and the rest under More',
  (role) => {
    const { menu, more } = placedAreas(areas, { role, areas: {} }, holds);
    expect(menu.length).toBeLessThanOrEqual(9);
    expect([...menu, ...more].length).toBe(areas.length);
  },
);

test('an empty book shows only what can be begun there', () => {
  const { menu } = placedAreas(areas, { role: 'csm', areas: {} }, { account: false, contract: false });
  expect(keys(menu)).toContain('account');
  expect(menu.filter(({ needs }) => needs !== undefined)).toEqual([]);
});

test('what the user placed wins over the role, and what is off is nowhere', () => {
  const { menu, more } = placedAreas(
    areas,
    { role: 'csm', areas: { segment: 'menu', handoff: 'more', qbr: 'off', account: 'off' } },
    holds,
  );
  expect(keys(menu)).toContain('segment');
  expect(keys(more)).toContain('handoff');
  expect(keys([...menu, ...more])).not.toContain('qbr');
  expect(keys(menu)).toContain('account');
});
