/** @jest-environment jsdom */
import { parseManifest } from '../../../../local/app/pcf/manifest';

const MANIFEST = `<?xml version="1.0" encoding="utf-8"?>
<manifest>
  <control namespace="Sample.Controls" constructor="Gauge" version="1.0.0" control-type="standard">
    <type-group name="numbers"><type>Whole.None</type><type>Decimal</type></type-group>
    <property name="value" of-type-group="numbers" usage="bound" required="true"/>
    <property name="color" of-type="SingleLine.Text" usage="input" default-value="red"/>
    <data-set name="rows"/>
    <resources>
      <css path="css/b.css" order="2"/>
      <code path="bundle.js" order="1"/>
      <css path="css/a.css" order="1"/>
      <resx path="strings/Gauge.1033.resx" version="1.0.0"/>
      <platform-library name="React" version="16.14.0"/>
    </resources>
    <feature-usage><uses-feature name="WebAPI" required="true"/></feature-usage>
  </control>
</manifest>`;

describe('the manifest of a component', () => {
    it('tells what to load, in order, and what the component takes', () => {
        const manifest = parseManifest(MANIFEST, 'new_Sample.Controls.Gauge');
        expect(manifest).toEqual({
            namespace: 'Sample.Controls',
            constructorName: 'Gauge',
            isVirtual: false,
            properties: [
                { name: 'value', ofType: 'Whole.None', usage: 'bound', defaultValue: undefined },
                { name: 'color', ofType: 'SingleLine.Text', usage: 'input', defaultValue: 'red' },
            ],
            dataSets: ['rows'],
            code: 'bundle.js',
            styleSheets: ['css/a.css', 'css/b.css'],
            strings: ['strings/Gauge.1033.resx'],
            libraries: [{ name: 'React', version: '16.14.0' }],
            features: new Set(['WebAPI']),
        });
    });

    it('is refused with the component’s name when it is broken or lacks its code', () => {
        expect(() => parseManifest('<manifest', 'new_X.Y')).toThrow('ControlManifest.xml of new_X.Y');
        expect(() => parseManifest('<manifest><control namespace="X" constructor="Y"/></manifest>', 'new_X.Y')).toThrow(
            'ControlManifest.xml of new_X.Y lacks namespace, constructor or code.',
        );
    });
});
