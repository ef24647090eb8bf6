import { gridControls } from '../../../../local/dataverse/client/grid-controls';
import type { Table } from '../../../../local/dataverse/metadata/types';
import type { Environment } from '../../../../local/dataverse/pipeline/types';

const GRID = '<customControl id="{E7A81278-8635-4D9E-8D4D-59480B391C5B}" formFactor="2"><parameters /></customControl>';
const component = (name: string) => `<customControl name="${name}" formFactor="2"><parameters /></customControl>`;

/** The components of a table whose solution lists these controls. */
function controlsOf(...controls: readonly string[]) {
    const xml = `<controlDescriptions><controlDescription>${controls.join('')}</controlDescription></controlDescriptions>`;
    const environment = { store: { prepare: () => ({ all: () => [{ xml }] }) } } as unknown as Environment;
    return gridControls(environment, { logicalName: 'gdn_plant' } as Table).map(({ name, opensFirst }) => [
        name,
        opensFirst ?? false,
    ]);
}

describe('a table whose lists are shown by code components', () => {
    it('opens with the component that stands before the platform’s grid', () => {
        expect(controlsOf(component('gdn_A'), GRID, component('gdn_B'))).toEqual([
            ['gdn_A', true],
            ['gdn_B', false],
        ]);
    });

    it('opens with the grid where that comes first, be it an id or a name of Microsoft’s', () => {
        expect(controlsOf(GRID, component('gdn_A'))).toEqual([['gdn_A', false]]);
        expect(controlsOf(component('MscrmControls.Grid.GridControl'), component('gdn_A'))).toEqual([['gdn_A', false]]);
    });

    it('opens with the grid where the solution does not name it', () => {
        expect(controlsOf(component('gdn_A'))).toEqual([['gdn_A', false]]);
    });
});
