/** The members of the page's Client API that a component's context shares. */
export interface ClientApi {
    readonly WebApi: Pick<
        ComponentFramework.WebApi,
        'createRecord' | 'deleteRecord' | 'updateRecord' | 'retrieveRecord' | 'retrieveMultipleRecords'
    >;
    readonly Navigation: ComponentFramework.Navigation;
    readonly Utility: Pick<ComponentFramework.Utility, 'getEntityMetadata' | 'lookupObjects'> & {
        getGlobalContext(): { readonly userSettings: { readonly dateFormattingInfo: object } };
    };
}
