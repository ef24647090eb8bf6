/** @jest-environment jsdom */
import React from 'react';
import { render, screen, waitFor } from '@testing-library/react';
import { PlatformProvider } from '../../../../local/app/platform/platform-context';
import { ComponentErrorBoundary } from '../../../../local/app/pcf/ComponentError';
import type { ComponentContext } from '../../../../local/app/pcf/context/create-context';
import type { LoadedComponent } from '../../../../local/app/pcf/load-component';
import { boundProperty, constantProperty } from '../../../../local/app/pcf/property/create-property';
import { startComponent, type RunningInputs } from '../../../../local/app/pcf/running-component';
import { contactTable, fakePlatform } from './fake-list';

const INPUTS: RunningInputs = {
    parameters: {},
    label: 'Children',
    disabled: false,
    visible: true,
    contextInfo: { entityTypeName: 'contact', entityId: '', entityRecordName: '' },
};

interface Behaviour {
    readonly onInit?: (context: ComponentContext, notify: () => void, container: HTMLDivElement | undefined) => void;
    readonly onUpdate?: (context: ComponentContext) => unknown;
    readonly onDestroy?: () => void;
    readonly isVirtual?: boolean;
    readonly features?: readonly string[];
}

/** A component that does as it is told, started by the host. */
function start(behaviour: Behaviour) {
    const errors: string[] = [];
    const elements: unknown[] = [];
    const outputs: unknown[] = [];
    class Component {
        init(context: ComponentContext, notify: () => void, _state: object, container?: HTMLDivElement): void {
            behaviour.onInit?.(context, notify, container);
        }
        updateView(context: ComponentContext): unknown {
            return behaviour.onUpdate?.(context);
        }
        getOutputs(): object {
            return { value: 7 };
        }
        destroy(): void {
            behaviour.onDestroy?.();
        }
    }
    const component = {
        name: 'new_Sample.Gauge',
        baseUrl: '/CustomControls/new_Sample.Gauge/',
        manifest: { isVirtual: behaviour.isVirtual ?? false, features: new Set(behaviour.features ?? []) },
        strings: new Map([['title', 'Jauge']]),
        construct: Component,
    } as unknown as LoadedComponent;
    const running = startComponent({
        platform: fakePlatform(0).platform,
        component,
        container: document.createElement('div'),
        inputs: INPUTS,
        state: {},
        onElement: (element) => elements.push(element),
        onOutputs: (values) => outputs.push(values),
        onError: (error) => errors.push(error.message),
        onState: () => undefined,
        onFullScreen: () => undefined,
    });
    return { running, errors, elements, outputs };
}

describe('the life of a component', () => {
    it('begins with init and a container, goes on with updateView, ends with destroy', async () => {
        const calls: string[] = [];
        const { running } = start({
            onInit: (_context, _notify, container) => void calls.push(`init ${container?.tagName}`),
            onUpdate: () => void calls.push('updateView'),
            onDestroy: () => void calls.push('destroy'),
        });
        await waitFor(() => expect(calls).toEqual(['init DIV', 'updateView']));
        running.stop();
        running.update(INPUTS, []);
        await Promise.resolve();
        expect(calls).toEqual(['init DIV', 'updateView', 'destroy']);
    });

    it('gathers changes that come together into one updateView, and names them', async () => {
        const seen: string[][] = [];
        const { running } = start({ onUpdate: (context) => void seen.push(context.updatedProperties) });
        await waitFor(() => expect(seen).toHaveLength(1));
        running.update(INPUTS, ['value']);
        running.update(INPUTS, ['color']);
        await waitFor(() => expect(seen).toHaveLength(2));
        expect(seen[1]).toEqual(['value', 'color']);
    });

    it('tells no size before the component asks to follow its container', async () => {
        const widths: number[] = [];
        let track: (on: boolean) => void = () => undefined;
        const { running } = start({
            onInit: (context) => {
                track = context.mode.trackContainerResize;
            },
            onUpdate: (context) => void widths.push(context.mode.allocatedWidth),
        });
        running.resize(800, 600);
        await waitFor(() => expect(widths).toEqual([-1]));
        track(true);
        await waitFor(() => expect(widths).toEqual([-1, 800]));
    });

    it('gives virtual components no container and takes their elements', async () => {
        const element = <p>Hello</p>;
        const containers: unknown[] = [];
        const { elements } = start({
            isVirtual: true,
            onInit: (_context, _notify, container) => void containers.push(container),
            onUpdate: () => element,
        });
        await waitFor(() => expect(elements).toEqual([element]));
        expect(containers).toEqual([undefined]);
    });

    it('hears of outputs when the component says so', () => {
        const { outputs } = start({ onInit: (_context, notify) => notify() });
        expect(outputs).toEqual([{ value: 7 }]);
    });
});

describe('a component that fails', () => {
    it.each([
        ['init', { onInit: () => fail('no init') }, 'no init'],
        ['updateView', { onUpdate: () => fail('no view') }, 'no view'],
    ])('in %s is reported once and not called again', async (_where, behaviour, message) => {
        const { running, errors } = start(behaviour);
        await waitFor(() => expect(errors).toEqual([message]));
        running.update(INPUTS, []);
        await Promise.resolve();
        expect(errors).toEqual([message]);
    });

    it('while its elements render is named in its place, and the page goes on', () => {
        const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const Broken = (): JSX.Element => fail('cannot draw');
        render(
            <PlatformProvider platform={fakePlatform(0).platform}>
                <p>Rest of the page</p>
                <ComponentErrorBoundary name="new_Sample.Gauge">
                    <Broken />
                </ComponentErrorBoundary>
            </PlatformProvider>,
        );
        expect(screen.getByRole('alert').textContent).toBe('pcf.failed new_Sample.Gaugecannot draw');
        expect(screen.getByText('Rest of the page')).toBeTruthy();
        silent.mockRestore();
    });
});

function fail(message: string): never {
    throw new Error(message);
}

describe('the context', () => {
    async function contextOf(features: readonly string[] = []): Promise<ComponentContext> {
        const contexts: ComponentContext[] = [];
        start({ features, onUpdate: (context) => void contexts.push(context) });
        await waitFor(() => expect(contexts).toHaveLength(1));
        const [context] = contexts;
        if (!context) throw new Error('The component was given no context.');
        return context;
    }

    it('speaks the user’s language and writes in the user’s formats and zone', async () => {
        const { resources, formatting, userSettings } = await contextOf();
        expect(resources.getString('title')).toBe('Jauge');
        expect(resources.getString('unknown')).toBe('unknown');
        expect(formatting.formatDateShort(new Date('2026-07-01T22:30:00Z'), true)).toBe('02/07/2026 00:30');
        expect(formatting.formatInteger(1234567).replace(/\s/g, ' ')).toBe('1 234 567');
        expect(formatting.formatDateAsFilterStringInUTC(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-01');
        expect(formatting.getWeekOfYear(new Date(2026, 0, 1))).toBe(1);
        expect(userSettings.getTimeZoneOffsetMinutes(new Date('2026-07-01T00:00:00Z'))).toBe(120);
        expect(userSettings.dateFormattingInfo.shortDatePattern).toBe('dd/MM/yyyy');
        expect(userSettings.numberFormattingInfo.numberDecimalSeparator).toBe(',');
    });

    it('passes on the page’s theme', async () => {
        const { fluentDesignLanguage } = await contextOf();
        expect(fluentDesignLanguage?.isDarkTheme).toBe(true);
        expect(fluentDesignLanguage?.tokenTheme).toMatchObject({ colorNeutralBackground1: '#292929' });
    });

    it('refuses features that the manifest does not ask for, by name', async () => {
        const { webAPI } = await contextOf();
        expect(() => webAPI.retrieveRecord('contact', '1')).toThrow('<uses-feature name="WebAPI">');
        await expect((await contextOf(['WebAPI'])).webAPI.retrieveRecord('contact', '1')).resolves.toEqual({});
    });

    it('knows the user’s privileges', async () => {
        const { utils } = await contextOf(['Utility']);
        expect(utils.hasEntityPrivilege('contact', 2, 1)).toBe(true);
        expect(utils.hasEntityPrivilege('contact', 2, 3)).toBe(false);
        expect(utils.hasEntityPrivilege('contact', 3, 0)).toBe(false);
    });

    it('says that there is no device, instead of never answering', async () => {
        const { device } = await contextOf();
        await expect(device.captureImage()).rejects.toThrow('context.device.captureImage is not supported here');
    });

    it('shows popups over the page and takes them away with the component', async () => {
        const { factory } = await contextOf();
        const popups = factory.getPopupService();
        const content = document.createElement('div');
        content.textContent = 'Popup content';
        popups.createPopup({ name: 'help', type: 1, content });
        expect(content.parentElement?.hidden).toBe(true);
        popups.openPopup('help');
        expect(content.parentElement?.hidden).toBe(false);
        popups.deletePopup('help');
        expect(content.isConnected).toBe(false);
    });
});

describe('a property', () => {
    const definition = { name: 'value', ofType: 'Whole.None', usage: 'bound', defaultValue: undefined } as const;
    const { numberofchildren } = contactTable.columns;

    it('of a column carries value, text, limits, requirement and error', () => {
        if (!numberofchildren) throw new Error('The sample table lacks its column.');
        const property = boundProperty(definition, {
            column: numberofchildren,
            value: 21,
            formatted: '21',
            required: 'required',
            error: 'Too many',
            editable: true,
        });
        expect(property).toMatchObject({
            raw: 21,
            formatted: '21',
            error: true,
            errorMessage: 'Too many',
            security: { editable: true, readable: true, secured: false },
            attributes: { LogicalName: 'numberofchildren', RequiredLevel: 2, MinValue: 0, MaxValue: 20 },
        });
    });

    it('without a column is a constant of its type, or the manifest’s default', () => {
        expect(constantProperty(definition, '5').raw).toBe(5);
        expect(constantProperty({ ...definition, ofType: 'TwoOptions' }, 'true').raw).toBe(true);
        expect(constantProperty({ ...definition, ofType: 'SingleLine.Text', defaultValue: 'red' }, undefined).raw).toBe(
            'red',
        );
        expect(constantProperty(definition, undefined).raw).toBeNull();
    });
});
