/** @jest-environment jsdom */
import { pageFetch, viewSorting, withFilter } from '../../../../local/app/list/view-fetch';

const VIEW =
    '<fetch version="1.0" top="10"><entity name="lead"><attribute name="subject"/><order attribute="createdon" descending="true"/>' +
    '<filter type="and"><condition attribute="statecode" operator="eq" value="0"/></filter>' +
    '<link-entity name="contact" from="contactid" to="parentcontactid" alias="c"><attribute name="fullname"/></link-entity></entity></fetch>';
const QUICK_FIND =
    '<fetch><entity name="lead"><filter type="or" isquickfindfields="1"><condition attribute="subject" operator="like" value="{0}"/>' +
    '<condition attribute="numberofemployees" operator="eq" value="{1}"/></filter></entity></fetch>';

const page = { page: 1, pageSize: 50, columns: ['leadid', 'subject'] };

function entity(xml: string): Element {
    const element = new DOMParser().parseFromString(xml, 'text/xml').querySelector('entity');
    if (!element) {
        throw new Error(`There is no entity in ${xml}`);
    }
    return element;
}

const conditions = (xml: string): string[] =>
    [...entity(xml).querySelectorAll('filter[isquickfindfields] > condition')].map(
        (one) => `${one.getAttribute('attribute')} ${one.getAttribute('operator')} ${one.getAttribute('value')}`,
    );

describe('The query of a page', () => {
    it('asks for one page with the total count, and for no top', () => {
        const fetch = entity(pageFetch(VIEW, { ...page, page: 3 })).parentElement;
        expect(fetch?.getAttribute('page')).toBe('3');
        expect(fetch?.getAttribute('count')).toBe('50');
        expect(fetch?.getAttribute('returntotalrecordcount')).toBe('true');
        expect(fetch?.hasAttribute('top')).toBe(false);
    });

    it('adds the columns it needs once', () => {
        const names = [...entity(pageFetch(VIEW, page)).children]
            .filter((one) => one.tagName === 'attribute')
            .map((one) => one.getAttribute('name'));
        expect(names.sort()).toEqual(['leadid', 'subject']);
    });

    it('adds columns of a linked table to the link', () => {
        const link = entity(pageFetch(VIEW, { ...page, columns: ['c.emailaddress1', 'c.fullname'] })).querySelector(
            'link-entity',
        );
        expect([...(link?.querySelectorAll('attribute') ?? [])].map((one) => one.getAttribute('name')).sort()).toEqual([
            'emailaddress1',
            'fullname',
        ]);
    });

    it('keeps the order of the view until the user sorts', () => {
        expect(viewSorting(VIEW)).toEqual([{ column: 'createdon', descending: true }]);
        expect(viewSorting(pageFetch(VIEW, page))).toEqual([{ column: 'createdon', descending: true }]);
    });

    it('sorts by a column of the view or of a linked table', () => {
        const bySubject = pageFetch(VIEW, { ...page, sorting: [{ column: 'subject', descending: false }] });
        expect(viewSorting(bySubject)).toEqual([{ column: 'subject', descending: false }]);
        const byContact = pageFetch(VIEW, { ...page, sorting: [{ column: 'c.fullname', descending: true }] });
        expect(viewSorting(byContact)).toEqual([{ column: 'c.fullname', descending: true }]);
    });

    it('names an alias that the view does not have', () => {
        expect(() => pageFetch(VIEW, { ...page, columns: ['x.name'] })).toThrow('"x"');
    });
});

describe('Quick find', () => {
    const search = (text: string): string =>
        pageFetch(VIEW, { ...page, search: { text, quickFindFetchXml: QUICK_FIND } });

    it('finds texts that begin with what was typed', () => {
        expect(conditions(search('Fleet'))).toEqual(['subject like Fleet%']);
    });

    it('takes * for anything and the signs of LIKE as they are', () => {
        expect(conditions(search('*100%_[x'))).toEqual(['subject like %100[%][_][[]x%']);
    });

    it('asks number columns only for numbers', () => {
        expect(conditions(search('250'))).toEqual(['subject like 250%', 'numberofemployees eq 250']);
    });

    it('keeps the filter of the view beside it', () => {
        expect(entity(search('A')).querySelectorAll(':scope > filter')).toHaveLength(2);
    });

    it('writes what would break XML so that it does not', () => {
        expect(conditions(search('<b> & "c"'))).toEqual(['subject like <b> & "c"%']);
    });
});

describe('A narrowed view', () => {
    it('has the filter beside its own', () => {
        const narrowed = withFilter(
            VIEW,
            '<filter><condition attribute="parentaccountid" operator="eq" value="1"/></filter>',
        );
        expect(entity(narrowed).querySelectorAll(':scope > filter')).toHaveLength(2);
    });
});
