import { spawn, type SpawnOptions } from 'node:child_process';

export interface CommandResult {
  /** 127 when there is no such program. */
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end with nothing on its input; never rejects. */
export function runCommand(file: string, args: string[], options: SpawnOptions = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    child.on('error', (error) => resolve({ ...output, code: 127, stderr: error.message }));
    child.on('close', (code) => resolve({ ...output, code: code ?? 1 }));
  });
}
