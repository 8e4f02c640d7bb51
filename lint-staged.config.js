export default {
  '*.{ts,js,json,md,html,css}': 'prettier --write --ignore-unknown',
  '*.ts': 'eslint --max-warnings 0',
  '{connector,simulators,scripts}/**/*.ts':
    'vitest related --run --project unit --project simulators --passWithNoTests',
  'force-app/**/lwc/**/*.{ts,html}': 'sfdx-lwc-jest -- --findRelatedTests --passWithNoTests',
};
