/** How the connector's sentences of help name the place, where it is the person that has to be corrected. */
const ON_PERSON = 'Lead or Contact';

/** Whether what went wrong is mended on the person; a package, an add-on or the connection is not. */
export function isMendedOnPerson(help: string | undefined): boolean {
    return help?.includes(ON_PERSON) ?? false;
}
