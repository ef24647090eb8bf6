import { FormAttribute } from '../model/attribute';
import { FormControl } from '../model/control';
import { FormModel } from '../model/form-model';
import { type FormSection, FormTab } from '../model/layout';
import { ProcessModel } from '../model/process-model';
import { createAttributeApi } from './attribute-api';
import { controlCollection, createControlApi } from './control-api';
import { createDataApi, createEntityApi } from './data-api';
import { createSectionApi, createTabApi } from './layout-api';
import { stageOf } from './process-api';
import { createUiApi } from './ui-api';

/**
 * The Client API of one open form: one object for each part of the model, always the same one for the same part, so
 * that scripts can compare them.
 */
export class ClientApi {
    readonly #made = new WeakMap<object, unknown>();
    readonly entity: Xrm.Entity;
    readonly formContext: Xrm.FormContext;

    constructor(readonly form: FormModel) {
        this.entity = createEntityApi(this);
        const data = createDataApi(this);
        const ui = createUiApi(this);
        const controls = controlCollection(this, () => form.controls);
        this.formContext = {
            data,
            ui,
            getAttribute: (key?: Key<Xrm.Attributes.Attribute>) => pick(data.attributes, key, lowerCase),
            getControl: (key?: Key<Xrm.Controls.Control>) => pick(controls, key, (name) => name),
        } as unknown as Xrm.FormContext;
        form.useContextFactory((source, eventArguments, depth, shared) =>
            this.#executionContext(source, eventArguments, depth, shared),
        );
    }

    attributeOf(attribute: FormAttribute): Xrm.Attributes.Attribute {
        return this.#once(attribute, () => createAttributeApi(this, attribute));
    }

    controlOf(control: FormControl): Xrm.Controls.Control {
        return this.#once(control, () => createControlApi(this, control));
    }

    tabOf(tab: FormTab): Xrm.Controls.Tab {
        return this.#once(tab, () => createTabApi(this, tab));
    }

    sectionOf(section: FormSection): Xrm.Controls.Section {
        return this.#once(section, () => createSectionApi(this, section));
    }

    /** What `getEventSource()` answers for a part of the model. */
    #sourceOf(source: unknown): unknown {
        if (source instanceof FormAttribute) {
            return this.attributeOf(source);
        }
        if (source instanceof FormControl) {
            return this.controlOf(source);
        }
        if (source instanceof FormTab) {
            return this.tabOf(source);
        }
        if (source instanceof ProcessModel) {
            return this.formContext.data.process;
        }
        return source instanceof FormModel ? this.entity : source;
    }

    #executionContext(
        source: unknown,
        eventArguments: unknown,
        depth: number,
        shared: Map<string, unknown>,
    ): Xrm.Events.EventContext {
        const context = {
            getFormContext: () => this.formContext,
            getEventSource: () => this.#sourceOf(source),
            getEventArgs: () => this.#withStages(source, eventArguments),
            getDepth: () => depth,
            getContext: () => (this.form.platform.xrm as Xrm.XrmStatic).Utility.getGlobalContext(),
            getSharedVariable: (key: string) => shared.get(key) ?? null,
            setSharedVariable: (key: string, value: unknown) => {
                shared.set(key, value);
            },
        };
        return context as unknown as Xrm.Events.EventContext;
    }

    /** The model's process events carry stages of its own; scripts get the Client API's. */
    #withStages(source: unknown, eventArguments: unknown): unknown {
        if (!(source instanceof ProcessModel) || typeof eventArguments !== 'object' || eventArguments === null) {
            return eventArguments ?? null;
        }
        const { getStage } = eventArguments as { getStage?: () => Parameters<typeof stageOf>[1] };
        return getStage === undefined
            ? eventArguments
            : { ...eventArguments, getStage: () => stageOf(source, getStage()) };
    }

    #once<Made>(part: object, make: () => Made): Made {
        const known = this.#made.get(part);
        if (known !== undefined) {
            return known as Made;
        }
        const made = make();
        this.#made.set(part, made);
        return made;
    }
}

type Key<Item> = string | number | Xrm.Collection.MatchingDelegate<Item>;

const lowerCase = (name: string): string => name.toLowerCase();

function pick<Item>(
    collection: Xrm.Collection.ItemCollection<Item>,
    key: Key<Item> | undefined,
    nameOf: (name: string) => string,
): Item | Item[] | null {
    if (key === undefined || typeof key === 'function') {
        return collection.get(key);
    }
    return typeof key === 'string' ? collection.get(nameOf(key)) : collection.get(key);
}
