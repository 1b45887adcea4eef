import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { usePalette } from '../features/search/palette-store.ts';
import { closeCapture, useCapture } from '../lib/capture.ts';
import { notify, useNotices } from '../lib/notices.ts';
import { testBook } from '../testing/book.ts';
import { show } from '../testing/render.tsx';
import { useCommands } from './commands.ts';
import { Notices } from './notices.tsx';

const { api, addAccount } = testBook();
afterEach(() => {
  vi.useRealTimers();
  usePalette.setState({ isOpen: false });
  closeCapture();
});

/** The frame's keys and notices, and a field to type in. */
function Frame() {
  const commands = useCommands();
  return (
    <>
      <output>{commands.undo.label}</output>
      <textarea aria-label="Note" />
      <Notices />
    </>
  );
}
const names = async () => (await api().search.find({ typed: 'Heron' })).map(({ title }) => title);

test('Ctrl+Z takes the last change back, Ctrl+Y and Ctrl+Shift+Z do it again', async () => {
  await addAccount('Heron Optics');
  const { user } = await show(<Frame />);
  await screen.findByText(/^Undo: .*Heron Optics/);
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText('Nothing to undo');
  expect(await names()).toEqual([]);
  await user.keyboard('{Control>}y{/Control}');
  await screen.findByText(/^Undo: .*Heron Optics/);
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText('Nothing to undo');
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await screen.findByText(/^Undo: .*Heron Optics/);
  expect(await names()).toEqual(['Heron Optics']);
});

test('in a field the same keys undo the typing, not the book', async () => {
  await addAccount('Heron Optics');
  const { user } = await show(<Frame />);
  await screen.findByText(/^Undo: .*Heron Optics/);
  await user.click(screen.getByRole('textbox', { name: 'Note' }));
  await user.keyboard('{Control>}z{/Control}');
  expect(await names()).toEqual(['Heron Optics']);
});

test('Ctrl+K opens the palette and Ctrl+Shift+Space the capture, also from a field', async () => {
  const { user } = await show(<Frame />);
  await screen.findByText('Nothing to undo');
  await user.click(screen.getByRole('textbox', { name: 'Note' }));
  await user.keyboard('{Control>}k{/Control}');
  await waitFor(() => expect(usePalette.getState().isOpen).toBe(true));
  await user.keyboard('{Control>}{Shift>}[Space]{/Shift}{/Control}');
  await waitFor(() => expect(useCapture.getState().draft).not.toBeNull());
});

test('the button of a notice takes the change back and the notice goes', async () => {
  await addAccount('Heron Optics');
  const { user } = await show(<Frame />);
  await screen.findByText(/^Undo: .*Heron Optics/);
  act(() => notify({ text: 'Added', canUndo: true }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Nothing to undo');
  expect(screen.queryByText('Added')).toBeNull();
  expect(await names()).toEqual([]);
});

test('a notice goes by itself, a failure stays until it is dismissed, and three are kept', async () => {
  await show(<Notices />);
  vi.useFakeTimers();
  act(() => {
    for (const text of ['One', 'Two', 'Three']) notify({ text });
    notify({ failure: new Error('The disk is full') });
  });
  expect(screen.queryByText('One')).toBeNull();
  expect(screen.getByText('Three')).toBeTruthy();
  act(() => vi.advanceTimersByTime(9000));
  expect(screen.queryByText('Three')).toBeNull();
  expect(useNotices.getState().shown).toHaveLength(1);
  const close = screen.getByRole('button', { name: 'Close' });
  act(() => close.click());
  expect(useNotices.getState().shown).toEqual([]);
});
