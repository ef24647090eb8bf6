/** @jest-environment jsdom */
import { componentLabel, wordsOf } from '../../../../local/app/list/component-label';
import { fakePlatform, leadTable } from '../fixtures';

const MANIFEST = `<manifest><control namespace="Contoso" constructor="CardList" display-name-key="name">
    <resources><resx path="strings/CardList.1033.resx" version="1.0.0" /></resources></control></manifest>`;
const FILES: Readonly<Record<string, string>> = {
    '/CustomControls/c/strings/CardList.1033.resx': '<root><data name="name"><value>Cards</value></data></root>',
    '/CustomControls/c/strings/CardList.1036.resx': '<root><data name="name"><value>Cartes</value></data></root>',
};

async function labelIn(language: number, manifestXml = MANIFEST): Promise<string> {
    const { environment, webApi } = fakePlatform(leadTable());
    const platform = {
        environment: { ...environment, user: { ...environment.user, language } },
        webApi: {
            ...webApi,
            request: () =>
                Promise.resolve({ status: 200, headers: {}, body: { manifestXml, baseUrl: '/CustomControls/c/' } }),
        },
    };
    return componentLabel(platform, 'contoso_Contoso.CardList', (address) => Promise.resolve(FILES[address]));
}

describe('The name of a code component', () => {
    it('is in the language of the user, else in the one that the manifest lists', async () => {
        expect(await labelIn(1036)).toBe('Cartes');
        expect(await labelIn(1031)).toBe('Cards');
    });

    it('is made of its technical name where its texts have none', async () => {
        expect(await labelIn(1036, MANIFEST.replace('"name"', '"other"'))).toBe('Card List');
        expect(wordsOf('contoso_Contoso.CardList')).toBe('Card List');
    });
});
