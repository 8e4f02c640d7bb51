export default {
  printWidth: 120,
  singleQuote: true,
  trailingComma: 'all',
  overrides: [
    { files: 'force-app/**/lwc/**/*.html', options: { parser: 'lwc', printWidth: 100 } },
    { files: 'force-app/**/*.ts', options: { tabWidth: 4 } },
  ],
};
