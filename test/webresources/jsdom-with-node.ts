import JsdomEnvironment from 'jest-environment-jsdom';

/** A page that shares its test with a Dataverse in the same process, which needs what only Node has. */
export default class JsdomWithNode extends JsdomEnvironment {
    override async setup(): Promise<void> {
        await super.setup();
        Object.assign(this.global, { TextEncoder, TextDecoder, Headers, Request, Response, Uint8Array, ArrayBuffer });
    }
}
