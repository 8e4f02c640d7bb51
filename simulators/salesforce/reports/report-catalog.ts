import { ApiError } from '../database/api-error.ts';
import { isInGroupNamed } from '../database/permissions/memberships.ts';
import { recordId } from '../database/record-id.ts';
import type { Component } from '../metadata/component.ts';
import { componentsOf } from '../metadata/schema.ts';
import { textOf } from '../metadata/xml.ts';
import type { RunningUser } from '../model.ts';
import type { SimulatedOrg } from '../org.ts';
import { isFolder, readFolder, type ReportFolder } from './report-folders.ts';

type CatalogType = 'Report' | 'Dashboard';

/** A report or dashboard of the list, with its folder. */
export interface CatalogEntry {
  id: string;
  name: string;
  description: string;
  folder: string;
}

/** What is deployed of one type, as far as folders let a user see it. */
export interface Catalog {
  entries(user: RunningUser): CatalogEntry[];
  /** @throws ApiError 404 when there is none, or its folder is not shared with the user. */
  find(user: RunningUser, id: string): Component;
  idOf(fullName: string): string;
}

const KEY_PREFIXES = { Report: '00O', Dashboard: '01Z' };
const TITLES = { Report: 'name', Dashboard: 'title' };

/** The reports, or the dashboards, of the org. */
export function createCatalog(org: SimulatedOrg, type: CatalogType): Catalog {
  const all = () => componentsOf(org.schema(), type).filter((component) => !isFolder(component));
  // What is deployed again keeps its place, so ids stay.
  const idOf = (fullName: string) =>
    recordId(KEY_PREFIXES[type], all().findIndex((component) => component.fullName === fullName) + 1);
  const visible = (user: RunningUser) => {
    const folders = componentsOf(org.schema(), type).filter(isFolder).map(readFolder);
    const open = new Map(
      folders.filter((folder) => sees(org, user, folder)).map(({ fullName, name }) => [fullName, name]),
    );
    return all().flatMap((component) => {
      const folder = open.get(component.fullName.split('/')[0] ?? '');
      return folder === undefined ? [] : [{ component, folder }];
    });
  };
  return {
    idOf,
    entries: (user) =>
      visible(user)
        .map(({ component: { fullName, element }, folder }) => ({
          id: idOf(fullName),
          name: textOf(element, TITLES[type]) ?? fullName,
          description: textOf(element, 'description') ?? '',
          folder,
        }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    find(user, id) {
      const found = visible(user).find(({ component }) => idOf(component.fullName) === id);
      if (found) return found.component;
      throw new ApiError(404, 'NOT_FOUND', `You don't have access to this ${type.toLowerCase()}, or it doesn't exist.`);
    },
  };
}

/** Folders are for people who may run reports; administrators see them all. */
function sees(org: SimulatedOrg, user: RunningUser, { sharedWith }: ReportFolder): boolean {
  if (!org.hasUserPermission(user, 'RunReports')) return false;
  if (user.isAdmin || sharedWith.includes('everybody')) return true;
  const groups = sharedWith.flatMap((party) => (party === 'everybody' ? [] : party.group));
  return isInGroupNamed(org.database.store, user.id, groups);
}
