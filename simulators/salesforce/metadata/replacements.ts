import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { minimatch } from 'minimatch';
import { z } from 'zod';

const replacementSchema = z
  .strictObject({
    filename: z.string().optional(),
    glob: z.string().optional(),
    stringToReplace: z.string().optional(),
    regexToReplace: z.string().optional(),
    replaceWithEnv: z.string().optional(),
    replaceWithFile: z.string().optional(),
    replaceWhenEnv: z
      .array(z.object({ env: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }))
      .optional(),
    allowUnsetEnvVariable: z.boolean().optional(),
  })
  .refine((rule) => Boolean(rule.filename) !== Boolean(rule.glob), 'a replacement needs either filename or glob')
  .refine(
    (rule) => Boolean(rule.stringToReplace) !== Boolean(rule.regexToReplace),
    'a replacement needs either stringToReplace or regexToReplace',
  )
  .refine(
    (rule) => Boolean(rule.replaceWithEnv) !== Boolean(rule.replaceWithFile),
    'a replacement needs either replaceWithEnv or replaceWithFile',
  );

const projectSchema = z.object({ replacements: z.array(replacementSchema).optional() });

type Replacement = z.infer<typeof replacementSchema>;

/** Turns a file's text into the text that is deployed. @throws Error naming an environment variable that is not set. */
export type Replace = (path: string, text: string) => string;

/**
 * The `replacements` of an `sfdx-project.json`, filled from `env` as the sf CLI does on deploy.
 * Without a project nothing is replaced.
 */
export function createReplace(project: string | undefined, env: Record<string, string>): Replace {
  if (!project) return (_path, text) => text;
  const content: unknown = JSON.parse(readFileSync(join(project, 'sfdx-project.json'), 'utf8'));
  const rules = (projectSchema.parse(content).replacements ?? []).filter((rule) => isWanted(rule, env));
  return (path, text) => {
    const name = relative(project, path);
    return rules
      .filter((rule) => applies(rule, name))
      .reduce((out, rule) => replaceIn(out, rule, { project, env }), text);
  };
}

function isWanted({ replaceWhenEnv = [] }: Replacement, env: Record<string, string>): boolean {
  return replaceWhenEnv.every((condition) => env[condition.env] === String(condition.value));
}

function applies({ filename, glob }: Replacement, name: string): boolean {
  return filename ? filename.replace(/^\.\//, '') === name : minimatch(name, glob ?? '');
}

function replaceIn(text: string, rule: Replacement, around: { project: string; env: Record<string, string> }): string {
  const value = replacementValue(rule, around);
  if (rule.stringToReplace) return text.replaceAll(rule.stringToReplace, () => value);
  return text.replace(new RegExp(rule.regexToReplace ?? '', 'g'), () => value);
}

function replacementValue(
  rule: Replacement,
  { project, env }: { project: string; env: Record<string, string> },
): string {
  if (rule.replaceWithFile) return readFileSync(join(project, rule.replaceWithFile), 'utf8');
  const name = rule.replaceWithEnv ?? '';
  const value = env[name];
  if (value !== undefined) return value;
  if (rule.allowUnsetEnvVariable) return '';
  throw new Error(`environment variable ${name} is not set; a replacement in sfdx-project.json needs it`);
}
