import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../testing/render.tsx';
import { DateInput } from './date-input.tsx';

async function type(written: string): Promise<unknown> {
  const onChange = vi.fn();
  const { user } = await show(<DateInput aria-label="Day" onChange={onChange} />);
  await user.type(screen.getByLabelText('Day'), `${written}{Enter}`);
  return onChange.mock.lastCall?.[0] ?? null;
}

test.each([
  ['2026-03-09', '2026-03-09'],
  ['2026-3-9', '2026-03-09'],
  ['2026/3/9', '2026-03-09'],
  ['2026.3.9', '2026-03-09'],
  ['20260309', '2026-03-09'],
  ['2026年3月9日', '2026-03-09'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-30', null],
  ['soon', null],
])('%s is %s', async (written, day) => {
  expect(await type(written)).toBe(day);
});

test('a day is shown as it is written, whatever the time zone, and cleared to no day', async () => {
  const onChange = vi.fn();
  const { user } = await show(<DateInput aria-label="Day" value="2026-03-09" onChange={onChange} />);
  const field = screen.getByLabelText<HTMLInputElement>('Day');
  expect(field.value).toBe('2026-03-09');
  await user.clear(field);
  await user.keyboard('{Enter}');
  await user.tab();
  expect(onChange.mock.lastCall?.[0] ?? null).toBeNull();
});
