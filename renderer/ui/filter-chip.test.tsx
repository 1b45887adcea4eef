import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { show } from '../testing/render.tsx';
import { ChoiceChip } from './choice-chip.tsx';
import { FilterChip } from './filter-chip.tsx';

const sizes = [
  { value: 'small', label: 'Small' },
  { value: 'large', label: 'Large' },
  { value: null, label: 'Not known' },
] as const;

function Sizes() {
  const [chosen, setChosen] = useState<readonly (string | null)[]>([]);
  return (
    <FilterChip<string | null> label="Size" all="all" choices={sizes} chosen={chosen} onChange={setChosen} />
  );
}

function Order() {
  const [chosen, setChosen] = useState<string | null>(null);
  return <ChoiceChip<string | null> label="Group" choices={sizes} chosen={chosen} onChange={setChosen} />;
}

test('a filter says what it lets through, in the order of its choices, and all when nothing is chosen', async () => {
  const { user } = await show(<Sizes />);
  await user.click(screen.getByRole('button', { name: 'Size: all' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Not known' }));
  await user.click(screen.getByRole('checkbox', { name: 'Small' }));
  expect(screen.getByRole('button', { name: /^Size/ }).textContent).toBe('Size: Small, Not known');
  await user.click(screen.getByRole('checkbox', { name: 'Small' }));
  await user.click(screen.getByRole('checkbox', { name: 'Not known' }));
  expect(screen.getByRole('button', { name: 'Size: all' })).toBeTruthy();
});

test('a choice stands on its chip, also the one that is none', async () => {
  const { user } = await show(<Order />, 'zh-CN');
  await user.click(screen.getByRole('button', { name: 'Group：Not known' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Large' }));
  expect(screen.getByRole('button', { name: 'Group：Large' })).toBeTruthy();
});
