// Who may import whom. Read with `npm run check:layers`; a forbidden import names its rule.
/** Folders of db/ that hold no noun. */
const notNouns = ['^db/(migrations|models|sample-book|testing|fixtures|kernel)/'];
/** Files of a noun's folder that know the database; every other one is a pure rule. */
const notRules = [
  '^db/[a-z-]+/[a-z-]*(query|table)\\.ts$',
  '^db/types/column\\.ts$',
  '^db/working-calendar/public-holiday\\.ts$',
  '\\.test\\.ts$',
];
/** The one list of declared nouns, which is as pure as they are. */
const nounList = '^db/nouns\\.ts$';
const nounOf = (folder) => `^${folder}/([^/]+)/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A module nothing uses is deleted, not kept.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.config\\.ts$', '\\.(test|spec)\\.tsx?$', '^build/', '^e2e/', '\\.json$'],
      },
      to: {},
    },
    {
      name: 'rules-are-pure',
      comment:
        'Rules know numbers, dates and each other, and nothing of files, SQL or screens. In a noun’s folder every file is a rule but its table, its queries and its definition.',
      severity: 'error',
      from: { path: '^db/[a-z-]+/', pathNot: [...notNouns, ...notRules] },
      to: { pathNot: ['^db/[a-z-]+/', nounList] },
    },
    {
      name: 'rules-import-rules',
      severity: 'error',
      from: { path: '^db/[a-z-]+/', pathNot: [...notNouns, ...notRules] },
      to: { path: [...notRules, '^db/(migrations|sample-book|testing|fixtures)/'] },
    },
    {
      name: 'migrations-import-kysely-only',
      comment: 'A migration describes the schema of its day; code that changes later must not change it.',
      severity: 'error',
      from: { path: '^db/migrations/\\d', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['(^|/)node_modules/kysely'] },
    },
    {
      name: 'db-knows-no-shell',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: ['^(electron|renderer|build|e2e)/', '(^|/)node_modules/(electron|react|hono|@trpc)'] },
    },
    {
      name: 'electron-knows-no-screen',
      comment: 'The catalogs of words are data and shared; nothing else of the renderer is.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|e2e)/', pathNot: '^renderer/i18n/[^/]+\\.json$' },
    },
    {
      name: 'renderer-talks-fetch',
      comment:
        'The renderer knows the types of the contract and the words of the domain, never a table or a file.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/testing/' },
      to: {
        path: [
          '^electron/',
          '^db/[^/]+$',
          '^db/(migrations|sample-book|testing|fixtures)/',
          ...notRules,
          '^e2e/',
          '^build/',
          '(^|/)node_modules/(electron|better-sqlite3|kysely)',
        ],
        pathNot: [nounList],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tests-only',
      comment: 'What tests of the page stand on brings the whole service along; the page must not.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: ['^renderer/testing/', '\\.test\\.tsx?$'] },
      to: { path: '^renderer/testing/' },
    },
    {
      name: 'features-know-no-sibling',
      comment: 'Routes compose features; what two features share lives in ui or lib.',
      severity: 'error',
      from: { path: nounOf('renderer/features') },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'one-workbook-door',
      comment: 'The spreadsheet library is replaceable: only these modules know it.',
      severity: 'error',
      from: { pathNot: ['^electron/files/workbook/workbook[a-z-]*\\.ts$', '^build/bench'] },
      to: { path: '(^|/)node_modules/@cj-tech-master' },
    },
    {
      name: 'one-mail-door',
      comment:
        'Only electron/files/mail-file.ts writes messages, so that every one is a draft with proper headers.',
      severity: 'error',
      from: { pathNot: ['^electron/files/mail-file\\.ts$'] },
      to: { path: '(^|/)node_modules/nodemailer' },
    },
    {
      name: 'one-deck-door',
      comment: 'So is the library that writes presentations.',
      severity: 'error',
      from: { pathNot: ['^electron/files/deck/deck\\.ts$'] },
      to: { path: '(^|/)node_modules/pptxgenjs', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'start-loads-no-file-library',
      comment: 'They are half of the program: loaded with the first file they write, not with every start.',
      severity: 'error',
      from: { pathNot: ['^electron/files/workbook/workbook-chart\\.ts$', '^build/bench'] },
      to: {
        path: [
          '(^|/)node_modules/(@cj-tech-master|nodemailer|pptxgenjs)',
          '^electron/files/workbook/workbook-chart\\.ts$',
        ],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-database-door',
      comment:
        'Only db/open.ts opens a database, so that no book is opened without its checks and settings; db/recovery.ts asks whether one is busy.',
      severity: 'error',
      from: {
        pathNot: [
          '^db/(open|recovery|sqlite|sqlite-ciphers|better-sqlite3-multiple-ciphers\\.d)\\.ts$',
          '^db/testing/',
          '^build/bench',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '(^|/)node_modules/better-sqlite3', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^release/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
