import { swcOptions } from './scripts/swc.mjs';

const swc = '@swc/jest';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { globalsCleanup: 'off' },
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/'],
  transform: {
    '\\.ts$': [swc, swcOptions({ module: 'commonjs' })],
    '\\.tsx$': [swc, swcOptions({ module: 'commonjs', tsx: true })],
  },
  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/*.d.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text', 'lcov'],
  coverageThreshold: {
    './src/facts/': { branches: 95 },
    './src/rulebook/': { branches: 95 },
    './src/scoring/': { branches: 95 },
  },
};
