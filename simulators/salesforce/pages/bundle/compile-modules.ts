import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

/** What `tsc` does with a component before it is deployed: types go, decorators stay for the LWC compiler. */
const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  useDefineForClassFields: true,
  experimentalDecorators: false,
};

const NOT_DEPLOYED = /^(__tests__|__mocks__|tsconfig\.json|jsconfig\.json|\.gitignore)$/;

/** Copies one bundle to `target`, its TypeScript compiled; a `.js` left beside its `.ts` is not taken. */
export function compileModule(source: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) {
    if (NOT_DEPLOYED.test(name) || name.endsWith('.d.ts')) continue;
    const path = join(source, name);
    if (statSync(path).isDirectory()) compileModule(path, join(target, name));
    else if (name.endsWith('.ts')) compileFile(path, join(target, name.replace(/\.ts$/, '.js')));
    else if (!existsSync(path.replace(/\.js$/, '.ts')) || !name.endsWith('.js')) cpSync(path, join(target, name));
  }
}

function compileFile(path: string, target: string): void {
  const { outputText, diagnostics } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: COMPILER_OPTIONS,
    fileName: basename(path),
    reportDiagnostics: true,
  });
  const fault = diagnostics?.[0];
  if (fault) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`);
  writeFileSync(target, outputText);
}
