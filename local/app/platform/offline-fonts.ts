/**
 * Fluent would fetch its fonts from Microsoft's network; this app uses the fonts of the system.
 * Has to be imported before anything of Fluent.
 */
(window as unknown as { FabricConfig: object }).FabricConfig = { fontBaseUrl: '', iconBaseUrl: '' };

export {};
