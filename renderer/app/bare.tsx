import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Notices } from './notices.tsx';

/** The frame of a screen that fills its window: nothing of the app around it but what just happened. */
export function Bare() {
  return (
    <>
      <Suspense>
        <Outlet />
      </Suspense>
      <Notices />
    </>
  );
}
