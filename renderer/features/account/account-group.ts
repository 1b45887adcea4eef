import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AccountGroup } from '../../../db/account/filter-query.ts';
import { lifecycleStages } from '../../../db/lifecycle/rule.ts';
import { type SegmentKey, schemeOf, segmentKey } from '../../../db/segment/rule.ts';
import { useSlice } from '../../lib/slice.ts';

/** What a list can be cut by, in the order offered. */
export const accountGroups = [
  'stage',
  'tier',
  'owner',
  'region',
  'size',
  'industry',
] as const satisfies readonly AccountGroup[];
export type AccountProperty = (typeof accountGroups)[number];

const sizes = ['large', 'mid', 'small'] as const;

function propertyName(t: TFunction, group: AccountProperty): string {
  return group === 'stage' || group === 'owner' ? t(`account.column.${group}`) : t(`account.field.${group}`);
}

/** What a scheme is called among an account's own properties: one called Size is told from the account's size. */
export function schemeHeading(t: TFunction, name: string): string {
  return accountGroups.some((group) => propertyName(t, group).toLowerCase() === name.toLowerCase())
    ? t('import.segmentColumn', { name })
    : name;
}

/** The name of a group and of a value in it, in the user's language; of a scheme and its segments by what they are called. */
export function useGroupNames() {
  const { t } = useTranslation();
  const { schemes } = useSlice();
  const isProperty = (group: AccountGroup): group is AccountProperty => schemeOf(group) === null;
  return {
    groupName: (group: AccountGroup) =>
      isProperty(group)
        ? propertyName(t, group)
        : schemeHeading(t, schemes.find(({ id }) => id === schemeOf(group))?.name ?? ''),
    /** The schemes to group by. */
    segmentGroups: schemes.map(({ id }): SegmentKey => segmentKey(id)),
    valueName(group: AccountGroup, value: string | null): string {
      const schemeId = schemeOf(group);
      if (schemeId !== null) {
        const segments = schemes.find(({ id }) => id === schemeId)?.segments ?? [];
        return segments.find(({ id }) => String(id) === value)?.name ?? t('segment.unplaced');
      }
      if (value === null) return group === 'stage' ? t('account.list.noStage') : t('account.list.notSet');
      const stage = group === 'stage' && lifecycleStages.find((known) => known === value);
      if (stage) return t(`lifecycle.stage.${stage}`);
      const size = group === 'size' && sizes.find((known) => known === value);
      return size ? t(`account.choice.size.${size}`) : value;
    },
  };
}
