import { act, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { show } from '../../testing/render.tsx';
import type { CellEdit, GridColumn, GridSort } from './column.ts';
import { Grid } from './grid.tsx';
import type { GridProps } from './grid-props.ts';

type Person = { readonly name: string; readonly city: string };
const people: readonly Person[] = [
  { name: 'Ada', city: 'Wuxi' },
  { name: 'Bo', city: 'Suzhou' },
  { name: 'Cy', city: 'Wuxi' },
];
const columns: readonly GridColumn<Person>[] = [
  { key: 'name', heading: 'Name', width: 200, priority: 0, sortable: true, cell: ({ name }) => name },
  {
    key: 'city',
    heading: 'City',
    width: 200,
    priority: 1,
    cell: ({ city }) => city,
    text: ({ city }) => city,
    edit: {},
  },
];

type Heard = Record<'onOpen' | 'onSelect' | 'onSort' | 'onChoose', (said: unknown) => void>;

function People({ heard, props }: { heard: Heard; props: Partial<GridProps<Person>> }) {
  const [selected, setSelected] = useState<string | null>(null);
  const [sort, setSort] = useState<GridSort | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <Grid<Person>
      label="People"
      columns={columns}
      layout={{ hidden: [], widths: {} }}
      onLayout={() => undefined}
      count={people.length}
      rowAt={(index) => people[index]}
      rowKey={({ name }) => name}
      sort={sort}
      onSort={(wanted) => {
        heard.onSort(wanted);
        setSort(wanted);
      }}
      selected={selected}
      onSelect={(row) => {
        heard.onSelect(row?.name ?? null);
        setSelected(row?.name ?? null);
      }}
      onOpen={({ name }) => heard.onOpen(name)}
      choice={{
        chosen,
        onChoose: (keys) => {
          heard.onChoose([...keys].toSorted());
          setChosen(keys);
        },
      }}
      empty="Nobody"
      {...props}
    />
  );
}

async function showGrid(props: Partial<GridProps<Person>> = {}) {
  const heard = { onOpen: vi.fn(), onSelect: vi.fn(), onSort: vi.fn(), onChoose: vi.fn() };
  const { user } = await show(<People heard={heard} props={props} />);
  const grid = screen.queryByRole('treegrid') ?? screen.getByRole('grid', { name: 'People' });
  return { user, grid, ...heard };
}
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const isCurrent = (grid: HTMLElement, name: string) =>
  expect(grid.getAttribute('aria-activedescendant')).toBe(row(name).id);

test('one stop of the Tab key; arrows, Home and End move, Space shows beside, Enter opens', async () => {
  const { user, grid, onOpen, onSelect } = await showGrid();
  act(() => grid.focus());
  isCurrent(grid, 'Ada');
  await user.keyboard('{End}');
  isCurrent(grid, 'Cy');
  await user.keyboard('{Home}{ArrowDown} ');
  isCurrent(grid, 'Bo');
  expect(onSelect).toHaveBeenLastCalledWith('Bo');
  await user.keyboard('{ArrowDown}'); // with a row beside, the panel follows
  expect(onSelect).toHaveBeenLastCalledWith('Cy');
  await user.keyboard('{Enter}');
  expect(onOpen.mock.calls).toEqual([['Cy']]);
  await user.keyboard('{Escape}');
  expect(onSelect).toHaveBeenLastCalledWith(null);
});

test('a heading sorts up, then down, and says so; one that cannot sort is no button', async () => {
  const { user, onSort } = await showGrid();
  const heading = screen.getByRole('columnheader', { name: /Name/ });
  const button = within(heading).getByRole('button');
  await user.click(button);
  expect(heading.getAttribute('aria-sort')).toBe('ascending');
  await user.click(button);
  expect(heading.getAttribute('aria-sort')).toBe('descending');
  expect(onSort).toHaveBeenCalledTimes(2);
  expect(within(screen.getByRole('columnheader', { name: 'City' })).queryByRole('button')).toBeNull();
});

/** A click at a time in milliseconds, so that how fast the test runs does not matter. */
function clickAt(milliseconds: number, name: string): void {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'timeStamp', { value: milliseconds });
  act(() => void row(name).dispatchEvent(event));
}

test('the first click shows a row beside, a second one soon after opens it, later or elsewhere it does not', async () => {
  const { onOpen, onSelect } = await showGrid();
  clickAt(1000, 'Bo');
  expect(onSelect).toHaveBeenLastCalledWith('Bo');
  clickAt(1100, 'Ada');
  clickAt(1700, 'Ada');
  expect(onOpen).not.toHaveBeenCalled();
  clickAt(2100, 'Ada');
  expect(onOpen.mock.calls).toEqual([['Ada']]);
  clickAt(2200, 'Ada'); // the third of three quick ones
  expect(onOpen).toHaveBeenCalledTimes(1);
});

test('X chooses a row, Shift and an arrow those between, Ctrl+A all, Escape none', async () => {
  const { user, grid, onChoose, onSelect } = await showGrid();
  act(() => grid.focus());
  await user.keyboard('x');
  expect(onChoose).toHaveBeenLastCalledWith(['Ada']);
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(onChoose).toHaveBeenLastCalledWith(['Ada', 'Bo', 'Cy']);
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(onChoose).toHaveBeenLastCalledWith(['Ada', 'Bo']);
  await user.keyboard('{Control>}a{/Control}');
  expect(onChoose).toHaveBeenLastCalledWith(['Ada', 'Bo', 'Cy']);
  await user.keyboard('{Escape}');
  expect(onChoose).toHaveBeenLastCalledWith([]);
  expect(onSelect).not.toHaveBeenCalled();
});

test('typing goes into the cell, Enter saves and goes down, Escape leaves it as it was', async () => {
  const onEdit = vi.fn((_edits: readonly CellEdit[]) => Promise.resolve());
  const { user, grid, onOpen } = await showGrid({ onEdit });
  act(() => grid.focus());
  await user.keyboard('{ArrowRight}{ArrowRight}H');
  const field = screen.getByRole('textbox', { name: 'City' });
  await user.type(field, 'efei', { initialSelectionStart: 1 });
  await user.keyboard('{Enter}');
  expect(onEdit.mock.calls).toEqual([[[{ row: 'Ada', column: 'city', text: 'Hefei' }]]]);
  isCurrent(grid, 'Bo');
  await user.keyboard('Nowhere{Escape}');
  expect(screen.queryByRole('textbox', { name: 'City' })).toBeNull();
  expect(onEdit).toHaveBeenCalledTimes(1);
  expect(row('Bo').textContent).toContain('Suzhou');
  expect(onOpen).not.toHaveBeenCalled();
});

test('filling down at once takes what was just typed, while it is still being saved', async () => {
  const saved = Promise.withResolvers<void>();
  const onEdit = vi.fn((_edits: readonly CellEdit[]) => saved.promise);
  const { user, grid } = await showGrid({ onEdit });
  act(() => grid.focus());
  await user.keyboard('{ArrowRight}{ArrowRight}Hefei{Enter}');
  expect(row('Ada').textContent).toContain('Hefei');
  await user.keyboard('{ArrowUp}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
  expect(onEdit).toHaveBeenLastCalledWith([
    { row: 'Bo', column: 'city', text: 'Hefei' },
    { row: 'Cy', column: 'city', text: 'Hefei' },
  ]);
  await act(async () => saved.resolve());
});

test('without a way to write, a letter typed on a cell changes nothing', async () => {
  const { user, grid } = await showGrid();
  act(() => grid.focus());
  await user.keyboard('{ArrowRight}{ArrowRight}H');
  expect(screen.queryByRole('textbox', { name: 'City' })).toBeNull();
});

test('groups fold by key and by click, and say whether they are open', async () => {
  const groups = [
    { key: 'wuxi', count: 2, heading: 'Wuxi', sums: {} },
    { key: 'suzhou', count: 1, heading: 'Suzhou', sums: {} },
  ];
  const { user, grid } = await showGrid({ groups });
  const heading = screen.getByRole('row', { name: /^Wuxi$/ });
  expect(heading.getAttribute('aria-expanded')).toBe('true');
  act(() => grid.focus());
  await user.keyboard('{ArrowLeft}');
  expect(heading.getAttribute('aria-expanded')).toBe('false');
  expect(screen.getAllByRole('row').length).toBe(4); // the headings of columns and groups, and the other group's row
  await user.click(heading);
  expect(heading.getAttribute('aria-expanded')).toBe('true');
});

test('where there is nothing, it says what was given for that', async () => {
  await showGrid({ count: 0 });
  expect(screen.getByText('Nobody')).toBeTruthy();
});
