import { readAutomatedPlugIns } from '../../../solution/deploy/automated-plug-ins';

describe('the list of automated plug-ins', () => {
    it.each([
        ['hello', /^plugins\.json is no list of plug-ins: it is no JSON \(.+\)\. Give the one that the build made\.$/],
        ['{}', /^plugins\.json is no list of plug-ins: expected a JSON array\.$/],
        ['[{ "uniqueName": "a" }]', /^plugins\.json: entry 1 is no plug-in\. It needs uniqueName, /],
    ])('of %s is refused by the name of its file', (text, message) => {
        expect(() => readAutomatedPlugIns('plugins.json', text)).toThrow(message);
    });
});
