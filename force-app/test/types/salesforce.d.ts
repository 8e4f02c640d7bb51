/** Names checked by the org at deploy: a wrong one is refused there. */

declare module '@salesforce/schema/*' {
    const reference: { objectApiName: string; fieldApiName: string };
    export default reference;
}

declare module '@salesforce/label/*' {
    const text: string;
    export default text;
}
