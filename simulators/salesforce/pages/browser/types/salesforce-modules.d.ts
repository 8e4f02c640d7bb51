/** What the platform's compiler makes of `@salesforce/…` imports; here for the components of the tests. */
declare module '@salesforce/schema/*' {
  const reference: { objectApiName: string; fieldApiName: string };
  export default reference;
}

declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}
