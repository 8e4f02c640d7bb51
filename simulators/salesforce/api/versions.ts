/** The API versions this org speaks, oldest first, as `GET /services/data` lists them. */
export function apiVersions(): { label: string; url: string; version: string }[] {
  const oldest = 50;
  const newest = 66;
  return Array.from({ length: newest - oldest + 1 }, (_value, index) => {
    const version = `${oldest + index}.0`;
    return { label: `API ${version}`, url: `/services/data/v${version}`, version };
  });
}
