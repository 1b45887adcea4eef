import about from '../package.json' with { type: 'json' };

/** The app's own version, where no Electron tells it. */
export const { version } = about;
