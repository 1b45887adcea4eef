import { describe, expect, it } from 'vitest';
import { isPermitted } from './permission.ts';

describe('isPermitted', () => {
  it.each(['clipboard-sanitized-write', 'fullscreen'])('grants our page %s', (permission) => {
    expect(isPermitted(permission, 'app://book/')).toBe(true);
    expect(isPermitted(permission, 'https://example.com/')).toBe(false);
  });

  it.each([
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'midi',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'window-management',
    'unknown',
  ])('denies our page %s', (permission) => {
    expect(isPermitted(permission, 'app://book/')).toBe(false);
  });
});
