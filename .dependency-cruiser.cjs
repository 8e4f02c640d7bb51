/** Who may import whom: the table of docs/architecture.md. Anything not listed there is an error. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  from: { path: `^connector/src/${from}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^(connector|simulators|scripts|e2e)/', pathNot: [`^connector/src/${from}/`, ...allowed] },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('domain', []),
    only('queue', ['^connector/src/domain/']),
    only('use-cases', ['^connector/src/domain/']),
    only('checkr', ['^connector/src/domain/']),
    only('salesforce', ['^connector/src/domain/']),
    only('ats', ['^connector/src/domain/']),
    only('store', ['^connector/src/domain/']),
    only('vendors', ['^connector/src/domain/']),
    only('process', ['^connector/src/domain/']),
    only('metrics', ['^connector/src/domain/']),
    only('cli', ['^connector/src/domain/', '^connector/src/use-cases/', '^connector/src/checkr/signature-clinic\\.ts']),
    only('testing', ['^connector/src/domain/', '^connector/src/queue/jobs']),
    only('http', [
      '^connector/src/domain/',
      '^connector/src/queue/jobs\\.ts',
      '^connector/src/use-cases/',
      '^connector/src/checkr/(signature|signature-clinic|webhook-event)\\.ts',
      '^connector/src/salesforce/(outbound-message|outbound-ack)\\.ts',
    ]),
    {
      name: 'nothing-needs-benchmarks',
      severity: 'error',
      from: { path: '^(connector|simulators|scripts|e2e)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^bench/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^connector/src/', pathNot: '(\\.test\\.ts$|^connector/src/testing/)' },
      to: { path: '^connector/(src/testing|test)/' },
    },
    {
      name: 'simulators-are-independent',
      comment: 'A wrong belief about Checkr or Salesforce must not be able to sit on both sides and pass.',
      severity: 'error',
      from: { path: '^simulators/' },
      to: { path: '^(connector|scripts|e2e)/' },
    },
    {
      name: 'simulators-do-not-share',
      severity: 'error',
      from: { path: '^simulators/([^/]+)/' },
      to: { path: '^simulators/', pathNot: '^simulators/$1/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(lwc|lightning|c|@salesforce)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^force-app/', '^simulators/salesforce/pages/browser/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
};
