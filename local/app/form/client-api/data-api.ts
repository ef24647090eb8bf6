import { bracedId } from '../../platform/guid';
import type { FormModel } from '../model/form-model';
import type { Handler } from '../model/handlers';
import { SaveMode, saveModeOf } from '../model/save-mode';
import { dateToWire, isLookupValue } from '../model/values';
import type { ClientApi } from './client-api';
import { clientPromise } from './client-promise';
import { ItemCollection } from './item-collection';
import { createProcessApi } from './process-api';

function attributeCollection(api: ClientApi): Xrm.Collection.ItemCollection<Xrm.Attributes.Attribute> {
    return new ItemCollection(
        () => [...api.form.attributes.values()].map((attribute) => api.attributeOf(attribute)),
        (attribute) => attribute.getName(),
    );
}

export function createDataApi(api: ClientApi): Xrm.Data {
    const { form } = api;
    return {
        attributes: attributeCollection(api),
        entity: api.entity,
        process: createProcessApi(form),
        addOnLoad: (handler: Handler) => form.dataLoadHandlers.add(handler),
        removeOnLoad: (handler: Handler) => form.dataLoadHandlers.remove(handler),
        getIsDirty: () => form.isDirty,
        isValid: () => form.isValid(),
        refresh: (save: boolean) => clientPromise(form.refresh(save).then(() => undefined)),
        save: (options?: Xrm.SaveOptions) =>
            clientPromise(form.save(saveModeOf(options?.saveMode ?? SaveMode.Save)).then(() => undefined)),
    };
}

export function createEntityApi(api: ClientApi): Xrm.Entity {
    const { form } = api;
    const id = (): string => (form.id === null ? '' : bracedId(form.id));
    return {
        attributes: attributeCollection(api),
        addOnSave: (handler: Handler) => form.saveHandlers.add(handler),
        removeOnSave: (handler: Handler) => form.saveHandlers.remove(handler),
        addOnPostSave: (handler: Handler) => form.postSaveHandlers.add(handler),
        removeOnPostSave: (handler: Handler) => form.postSaveHandlers.remove(handler),
        getDataXml: () => dataXml(form),
        getEntityName: () => form.table.logicalName,
        getEntityReference: () => ({ entityType: form.table.logicalName, id: id(), name: form.primaryName }),
        getId: id,
        getIsDirty: () => form.isDirty,
        getPrimaryAttributeValue: () => {
            const value = form.columnValue(form.table.primaryNameColumn ?? '');
            return typeof value === 'string' ? value : '';
        },
        isValid: () => form.isValid(),
        save: (mode?: Xrm.EntitySaveMode) => {
            // The user has been told when the save is refused; this older form of it answers nothing.
            form.save(entitySaveMode(mode)).catch(() => undefined);
        },
    };
}

function entitySaveMode(mode: string | undefined): SaveMode {
    switch (mode) {
        case undefined:
            return SaveMode.Save;
        case 'saveandclose':
            return SaveMode.SaveAndClose;
        case 'saveandnew':
            return SaveMode.SaveAndNew;
        default:
            throw new Error(`entity.save takes nothing, saveandclose or saveandnew, not "${mode}".`);
    }
}

/** The changed values as the older XML (Microsoft Learn, "getDataXml (Client API reference)"). */
function dataXml(form: FormModel): string {
    const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    const columns = [...form.attributes.values()]
        .filter(({ isDirty }) => isDirty)
        .map(({ name, value, column }) => {
            const first: unknown = Array.isArray(value) ? value[0] : value;
            const text = isLookupValue(first)
                ? first.id
                : value instanceof Date
                  ? dateToWire(column, value)
                  : String(value ?? '');
            return `<${name}>${escape(text)}</${name}>`;
        });
    return `<${form.table.logicalName}>${columns.join('')}</${form.table.logicalName}>`;
}
