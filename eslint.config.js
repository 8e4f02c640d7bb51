import lwc from '@salesforce/eslint-config-lwc';
import ts from 'typescript-eslint';

const forFiles = (files, configs) => configs.map((config) => ({ ...config, files }));
const components = ['force-app/**/*.ts'];
const node = [
  'connector/**/*.ts',
  'simulators/**/*.ts',
  'scripts/**/*.ts',
  'e2e/**/*.ts',
  'bench/**/*.ts',
  '*.config.ts',
];

export default [
  { ignores: ['**/node_modules', '.cache', 'artifacts', 'build', 'coverage', 'force-app/**/*.js'] },
  ...forFiles(node, ts.configs.strict),
  ...forFiles(node, ts.configs.stylistic),
  {
    files: node,
    rules: {
      'max-lines': ['error', { max: 180, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.test.ts', 'connector/test/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  ...forFiles(components, lwc.configs.recommended),
  ...forFiles(components, ts.configs.recommended),
  // TypeScript and its own rule look for these, and know types.
  {
    files: components,
    languageOptions: { parser: ts.parser },
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off' },
  },
  // The one timer of the components: the panel reads again while a check is open.
  { files: ['force-app/main/default/lwc/pageRefresh/**'], rules: { '@lwc/lwc/no-async-operation': 'off' } },
  // Tests emit through stand-ins of the wires, and wait.
  {
    files: ['force-app/**/__tests__/**/*.ts', 'force-app/test/**/*.ts'],
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off', '@lwc/lwc/no-async-operation': 'off' },
  },
];
