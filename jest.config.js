const swc = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    target: 'es2022',
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
// Libraries as the bundled product has them (scripts/bundle.mjs); the product's own setting is given to each world.
process.env.NODE_ENV = 'production';

export default {
  testEnvironment: 'node',
  testRegex: '\\.(e2e-)?spec\\.ts$',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/web/src'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  maxWorkers: 2,
  // A start of the whole product takes two seconds on a quiet machine; a busy one must not fail a sound test.
  testTimeout: 60_000,
};
