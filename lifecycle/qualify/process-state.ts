/** Where the lead's sales process stands, and where it goes. */
export interface ProcessState {
    /** The running instance; null for none. */
    readonly instanceId: string | null;
    /** The stages behind the opportunity's first one, that one included. */
    readonly path: readonly string[];
    /** The stage to go back to first, because QualifyLead wants one of lead; null when it stands at one. */
    readonly repairTo: string | null;
}
