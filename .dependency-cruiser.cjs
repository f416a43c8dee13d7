// Lowest first. A feature may import only features to its left, and only through their index.ts.
const FEATURES = [
  'places',
  'catalog',
  'accounts',
  'messages',
  'planning',
  'permits',
  'lots',
  'market',
  'orders',
  'replies',
  'demand',
  'standing',
  'boxes',
  'weighing',
  'settlement',
  'runs',
  'changes',
  'privacy',
  'office',
  'negotiation',
  'papers',
  'pages',
];
const anyFeature = FEATURES.join('|');

const noLookingUp = FEATURES.map((name, index) => ({
  name: `${name}-must-not-look-up`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: `^src/(${FEATURES.slice(index + 1).join('|') || '(?!)'})/` },
}));

const layer = (name, ...above) => ({
  name: `${name}-must-not-import-${above.join('-or-')}`,
  severity: 'error',
  from: { path: `^src/[^/]+/${name}/` },
  to: { path: `^src/[^/]+/(${above.join('|')})/` },
});

module.exports = {
  forbidden: [
    ...noLookingUp,
    {
      name: 'only-through-index',
      comment:
        'src/seed lies above all features and fills their tables by the rules of their domains.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/seed/' },
      to: { path: `^src/(${anyFeature})/(?!index\\.ts$)`, pathNot: '^src/$1/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/[^/]+/domain/', pathNot: '\\.(spec|given)\\.ts$' },
      to: { path: ['node_modules/', '^node:', '^(fs|crypto|path|http)$'] },
    },
    {
      name: 'kernel-knows-nothing',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${anyFeature}|seed)/` },
    },
    {
      name: 'features-know-no-seed',
      severity: 'error',
      from: { path: `^src/(${anyFeature})/` },
      to: { path: '^src/seed/' },
    },
    layer('domain', 'data', 'use-cases', 'api'),
    layer('data', 'use-cases', 'api'),
    layer('use-cases', 'api'),
    {
      name: 'web-takes-only-pure-code',
      comment: 'The phone runs the same rules as the server, never its plumbing.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^src/(?!kernel/|[^/]+/domain/)' },
    },
    {
      name: 'sheets-load-when-asked-for',
      comment: 'exceljs is some six hundred files: `await import` it where a sheet is made.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/exceljs/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'graphql-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
