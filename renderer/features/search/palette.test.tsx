import { setTimeout } from 'node:timers/promises';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { testBook } from '../../testing/book.ts';
import { show } from '../../testing/render.tsx';
import { Palette } from './palette.tsx';
import { usePalette } from './palette-store.ts';

const { addAccount } = testBook();
afterEach(() => usePalette.setState({ isOpen: false }));

async function showPalette() {
  const heronId = await addAccount('Heron Optics');
  for (const name of ['Larch Tools', '云集供应链']) await addAccount(name);
  const runs = { capture: vi.fn(), theme: vi.fn(), closed: vi.fn() };
  const command = (key: string, label: string, run: () => void, isEnabled = true) => ({
    key,
    label,
    run,
    isEnabled,
  });
  const commands = {
    capture: command('capture', 'Quick capture', runs.capture),
    theme: command('theme', 'Quick change of theme', runs.theme),
    closed: command('closed', 'Quick exit', runs.closed, false),
  };
  usePalette.setState({ isOpen: true });
  const { user, address } = await show(<Palette commands={commands} />);
  const field = await screen.findByRole('combobox', { name: 'Search and commands' });
  return { user, address, field, heronId, ...runs };
}
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);

test('everything is found by name, by pinyin initials, and commands by their words', async () => {
  const { user, field } = await showPalette();
  await user.type(field, 'heron');
  await waitFor(() => expect(options()[0]).toContain('Heron Optics'));
  await user.clear(field);
  await user.type(field, 'yjgyl');
  await waitFor(() => expect(options()[0]).toContain('云集供应链'));
  await user.clear(field);
  await user.type(field, 'quick');
  await waitFor(() => expect(options()).toEqual(['Quick capture', 'Quick change of theme'])); // not the one that cannot run now
  await user.clear(field);
  await user.type(field, 'nothing is called so');
  expect(await screen.findByText(/nothing is called so/)).toBeTruthy();
});

test('Enter pressed before the answer came takes the best hit of what was typed', async () => {
  const { user, address, field, heronId } = await showPalette();
  await user.type(field, 'larch');
  await waitFor(() => expect(options()[0]).toContain('Larch Tools'));
  const answer = fetch; // a slow one: the hits of before stand there still
  vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
    await setTimeout(200);
    return answer(...asked);
  });
  await user.type(field, 'heron{Enter}', { initialSelectionStart: 0, initialSelectionEnd: 5 });
  await waitFor(() => expect(address()).toBe(`/accounts/${heronId}`));
  expect(usePalette.getState().isOpen).toBe(false);
});

test('the arrows go round the choices, and Enter runs the one they stand on', async () => {
  const { user, field, capture, theme } = await showPalette();
  await user.type(field, 'quick');
  await waitFor(() => expect(options()).toHaveLength(2));
  const chosen = () => screen.getByRole('option', { selected: true }).textContent;
  expect(chosen()).toBe('Quick capture');
  await user.keyboard('{ArrowUp}');
  expect(chosen()).toBe('Quick change of theme');
  await user.keyboard('{ArrowDown}');
  expect(chosen()).toBe('Quick capture');
  await user.keyboard('{ArrowUp}{Enter}');
  await waitFor(() => expect(theme).toHaveBeenCalledTimes(1));
  expect(capture).not.toHaveBeenCalled();
});
