/** Returns the name of the project to look up in a region: the one that the workflow names, where it belongs there, else the region's own. */
export function projectNameIn(region: string, named: string | null): string {
  return named !== null && belongsTo(region, named) ? named : region
}

/** Sub-projects are called `<region>_<name>`. `eu-west-101_dev` begins with eu-west-1 as well, and is not of it. */
export function belongsTo(region: string, name: string): boolean {
  return name.startsWith(region) && !/^[0-9A-Za-z]/.test(name.slice(region.length))
}
