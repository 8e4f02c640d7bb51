/** Names checked by the org at deploy: a wrong one is refused there. */

declare module '@salesforce/schema/*' {
    const reference: { objectApiName: string; fieldApiName: string };
    export default reference;
}

declare module '@salesforce/label/*' {
    const text: string;
    export default text;
}

declare module '@salesforce/customPermission/*' {
    /** True for users who have it, undefined for everybody else. */
    const isGranted: true | undefined;
    export default isGranted;
}

declare module '@salesforce/i18n/locale' {
    const locale: string;
    export default locale;
}

declare module '@salesforce/i18n/timeZone' {
    const timeZone: string;
    export default timeZone;
}
