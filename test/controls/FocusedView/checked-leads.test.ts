import fc from 'fast-check';
import {
    areAllChecked,
    NONE_CHECKED,
    withAllToggled,
    without,
    withRange,
    withToggled,
} from '../../../controls/FocusedView/checked-leads';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const anId = fc.constantFrom(...IDS);
const checkedLeads = fc.subarray(IDS).map((ids) => new Set(ids));
const shownIds = fc.shuffledSubarray(IDS);

describe('checked leads', () => {
    it('are as before once a lead has been toggled twice', () => {
        fc.assert(
            fc.property(checkedLeads, anId, (checked, id) => {
                const once = withToggled(checked, id);
                expect(once.has(id)).toBe(!checked.has(id));
                expect(withToggled(once, id)).toEqual(checked);
            }),
        );
    });

    it('gain all of a range whichever end it starts from, and lose none', () => {
        fc.assert(
            fc.property(checkedLeads, shownIds, anId, anId, (checked, ids, from, to) => {
                fc.pre(ids.includes(from) && ids.includes(to));
                const extended = withRange(checked, ids, from, to);
                expect(extended).toEqual(withRange(checked, ids, to, from));
                const [first, last] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b);
                expect(extended).toEqual(new Set([...checked, ...ids.slice(first, (last ?? 0) + 1)]));
            }),
        );
    });

    it('gain one lead by a range whose start is not shown', () => {
        expect(withRange(NONE_CHECKED, ['a', 'b'], 'z', 'b')).toEqual(new Set(['b']));
        expect(withRange(NONE_CHECKED, ['a', 'b'], null, 'a')).toEqual(new Set(['a']));
    });

    it('are all that are shown, then none of them, and those that are not shown stay', () => {
        fc.assert(
            fc.property(checkedLeads, shownIds, (checked, ids) => {
                fc.pre(ids.length > 0);
                const toggled = withAllToggled(checked, ids);
                expect(areAllChecked(toggled, ids)).toBe(!areAllChecked(checked, ids));
                expect(without(toggled, ids)).toEqual(without(checked, ids));
            }),
        );
    });
});
