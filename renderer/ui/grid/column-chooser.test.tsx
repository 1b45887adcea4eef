import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { show } from '../../testing/render.tsx';
import type { GridLayout } from './column.ts';
import { ColumnChooser } from './column-chooser.tsx';

const columns = [
  { key: 'name', heading: 'Name', priority: 0 },
  { key: 'stage', heading: 'Stage', priority: 1 },
  { key: 'city', heading: 'City', priority: 2 },
];
const usual = { hidden: ['city'], widths: {} };

function Chooser() {
  const [layout, setLayout] = useState<GridLayout>(usual);
  return (
    <>
      <output>{layout.hidden.join(' ')}</output>
      <ColumnChooser columns={columns} layout={layout} usual={usual} onLayout={setLayout} />
    </>
  );
}

test('columns are put away and come back, the one that names the row stays', async () => {
  const { user } = await show(<Chooser />);
  const hidden = () => document.querySelector('output')?.textContent;
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Stage' }));
  expect(hidden()).toBe('city stage');
  await user.click(screen.getByRole('checkbox', { name: 'City' }));
  expect(hidden()).toBe('stage');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Name' }).disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(hidden()).toBe('city');
});
