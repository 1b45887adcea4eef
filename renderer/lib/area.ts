import { useMutation, useQuery } from '@tanstack/react-query';
import type { ParseKeys } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import { type ComponentType, createContext, useContext, useMemo } from 'react';
import type { AreaPlace, Role } from '../../db/types/role.ts';
import type labels from '../i18n/en.json';
import { api } from './api.ts';

/** The areas by what people do in them, in the order of the menu. Each is a group of it, with its heading under `area.group`. */
export const areaGroups = ['today', 'customers', 'jobs', 'signals', 'money', 'more'] as const;
export type AreaGroup = (typeof areaGroups)[number];

/** Named under `nav` in the catalogs. */
export type AreaKey = keyof (typeof labels)['nav'];

/** The screens that explain themselves; every route names one, and its words stand in the catalogs under `guide.text`. */
export type GuideKey = keyof (typeof labels)['guide']['text'];

/** A screen of an area: its address, the lines that explain it, and its code, loaded when it is gone to. */
export type Screen = {
  readonly path: string;
  readonly load: () => Promise<{ Component: ComponentType }>;
  /** Absent for a screen that fills its window, such as a print view: it has no frame to show a guide in. */
  readonly guide?: GuideKey;
  /** Its name in the palette; for screens with an address of their own that are not the area's first. */
  readonly title?: ParseKeys;
};

/** A part of the app that can be gone to, or be switched off as a whole. */
export type Area = {
  readonly key: AreaKey;
  readonly group: AreaGroup;
  readonly path: string;
  readonly icon: LucideIcon;
  /** The key that goes there after G, lower case. */
  readonly goKey: string;
  /** The roles that begin with it in the menu; the others find it under "More". */
  readonly roles: readonly Role[];
  /** Always in the menu. */
  readonly isFixed?: true;
  /** What the book must hold before its first step makes sense; until then it waits behind "More". */
  readonly needs?: 'account' | 'contract';
  /** How much waits there, at the end of its line in the menu. Not drawn, so not asked for, while it is not in the menu. */
  readonly Count?: ComponentType;
  readonly screens: readonly Screen[];
};

type Choices = { readonly role: Role | null; readonly areas: Readonly<Record<string, AreaPlace>> };
type Holds = Readonly<Record<NonNullable<Area['needs']>, boolean>>;

/** Where an area is found: where the user placed it, else as the role has it. Who named no role begins as a CSM. */
export function placeOfArea({ key, roles, isFixed }: Area, { role, areas }: Choices): AreaPlace {
  if (isFixed) return 'menu';
  return areas[key] ?? (roles.includes(role ?? 'csm') ? 'menu' : 'more');
}

/**
 * The areas of the menu and those behind "More". One that belongs in the menu waits behind it while the book has nothing to
 * begin from there. One that is off is in neither.
 */
export function placedAreas(
  areas: readonly Area[],
  choices: Choices,
  holds: Holds,
): { readonly menu: readonly Area[]; readonly more: readonly Area[] } {
  const on = areas.filter((area) => placeOfArea(area, choices) !== 'off');
  const isInMenu = (area: Area) => placeOfArea(area, choices) === 'menu' && !isWaiting(area, holds);
  return { menu: on.filter(isInMenu), more: on.filter((area) => !isInMenu(area)) };
}

/** The areas there are; declared in app/areas.ts and handed down, so that features need not know each other. */
export const Areas = createContext<readonly Area[]>([]);

function isWaiting({ needs }: Area, holds: Holds): boolean {
  return needs !== undefined && !holds[needs];
}

const allThere: Holds = { account: true, contract: true };

/** Where each area is found, and how to change that; remembered with the app's settings. */
export function useAreas() {
  const all = useContext(Areas);
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { mutate } = useMutation(api.settings.change.mutationOptions());
  return useMemo(() => {
    const choices: Choices = { role: settings?.role ?? null, areas: settings?.areas ?? {} };
    const holds = status?.holds ?? allThere;
    return {
      all,
      /** Null until the user named one, undefined until it is known. */
      role: settings?.role,
      ...placedAreas(all, choices, holds),
      /** Whether the book has nothing yet to begin from there. */
      isWaiting: (area: Area) => isWaiting(area, holds),
      placeOf: (area: Area) => placeOfArea(area, choices),
      isOn: (key: AreaKey) => all.some((area) => area.key === key && placeOfArea(area, choices) !== 'off'),
      place: (key: AreaKey, at: AreaPlace) => mutate({ areas: { ...choices.areas, [key]: at } }),
      placeAll: () => mutate({ areas: Object.fromEntries(all.map(({ key }) => [key, 'menu' as const])) }),
      /** Begins anew with the areas of a role. */
      chooseRole: (role: Role) => mutate({ role, areas: {} }),
    };
  }, [all, settings, status, mutate]);
}
