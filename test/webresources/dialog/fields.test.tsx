/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import React, { useState } from 'react';
import { CheckField } from '../../../webresources/dialog/CheckField';
import { ChoiceField } from '../../../webresources/dialog/ChoiceField';
import { DateField } from '../../../webresources/dialog/DateField';
import { LanguageContext } from '../../../webresources/dialog/language';
import { MoneyField } from '../../../webresources/dialog/MoneyField';
import { moneyText, readNumber } from '../../../webresources/dialog/number-text';
import { RadioGroup } from '../../../webresources/dialog/RadioGroup';
import { expectNoBarriers } from './no-barriers';

afterEach(cleanup);

function Money({ initial, change }: { readonly initial: number | null; readonly change: jest.Mock }): JSX.Element {
    const [value, setValue] = useState(initial);
    return (
        <MoneyField
            label="Estimated revenue"
            currency="€"
            min={0}
            value={value}
            onChange={(next) => {
                change(next);
                setValue(next);
            }}
        />
    );
}

describe('an amount', () => {
    it('is written and read as the user’s language has it', async () => {
        const change = jest.fn();
        render(
            <LanguageContext.Provider value={1036}>
                <Money initial={12000.5} change={change} />
            </LanguageContext.Provider>,
        );
        const input = screen.getByLabelText('Estimated revenue');
        expect(input).toHaveValue('12\u202f000,50');
        userEvent.clear(input);
        userEvent.type(input, '7 500,25');
        expect(change).toHaveBeenLastCalledWith(7500.25);
        userEvent.tab();
        expect(input).toHaveValue('7\u202f500,25');
        await expectNoBarriers();
    });

    it('stays as it is typed until the field is left', () => {
        const change = jest.fn();
        render(<Money initial={null} change={change} />);
        const input = screen.getByLabelText('Estimated revenue');
        userEvent.type(input, '1500');
        expect(input).toHaveValue('1500');
        userEvent.tab();
        expect(input).toHaveValue('1,500');
        userEvent.clear(input);
        expect(change).toHaveBeenLastCalledWith(null);
    });

    it('says what is wrong with it once the field is left, and keeps the former value', () => {
        const change = jest.fn();
        render(<Money initial={5} change={change} />);
        const input = screen.getByLabelText('Estimated revenue');
        userEvent.clear(input);
        change.mockClear();
        userEvent.type(input, 'five');
        expect(screen.queryByRole('alert')).toBeNull();
        userEvent.tab();
        expect(screen.getByRole('alert')).toHaveTextContent('Enter a number such as 1,234.50.');
        expect(change).not.toHaveBeenCalled();
        userEvent.clear(input);
        userEvent.type(input, '-1');
        userEvent.tab();
        expect(screen.getByRole('alert')).toHaveTextContent('Enter 0 or more.');
    });

    it.each(['en-US', 'fr-FR', 'en-IN', 'fr-CA', 'fr-CH', 'de-DE'])('is read in %s as it was written', (locale) => {
        fc.assert(
            fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
                const value = cents / 100;
                expect(readNumber(moneyText(value, locale, 2), locale)).toBe(value);
            }),
        );
    });

    it('is none of what is no number', () => {
        for (const text of ['a', '1.2.3', '1e5', '--1', '.', '1,2,3.4.5', 'Infinity']) {
            expect([text, readNumber(text, 'en-US')]).toEqual([text, NaN]);
        }
        expect(readNumber('  ', 'en-US')).toBeNull();
        expect([readNumber('1.5', 'fr-FR'), readNumber('1.500,5', 'de-DE'), readNumber('.5', 'en-US')]).toEqual([
            1.5, 1500.5, 0.5,
        ]);
    });
});

describe('a day', () => {
    it('is handed on whole', () => {
        const change = jest.fn();
        render(<DateField label="Close on" value="" onChange={change} />);
        fireEvent.change(screen.getByLabelText('Close on'), { target: { value: '2027-01-31' } });
        expect(change).toHaveBeenCalledWith('2027-01-31');
    });

    it('that is not whole says so', async () => {
        render(<DateField label="Close on" value="" onChange={() => undefined} />);
        const input = screen.getByLabelText<HTMLInputElement>('Close on');
        Object.defineProperty(input, 'validity', { value: { badInput: true } });
        fireEvent.blur(input);
        expect(screen.getByRole('alert')).toHaveTextContent('Enter a whole date.');
        expect(input).toBeInvalid();
        await expectNoBarriers();
    });
});

describe('a choice', () => {
    it('in a list can be taken back unless it is required', async () => {
        const change = jest.fn();
        const options = [
            { value: 0, label: 'Lost' },
            { value: 1, label: 'Canceled' },
        ];
        const { rerender } = render(<ChoiceField label="Status" options={options} value={0} onChange={change} />);
        userEvent.selectOptions(screen.getByLabelText('Status'), 'Canceled');
        expect(change).toHaveBeenLastCalledWith(1);
        userEvent.selectOptions(screen.getByLabelText('Status'), 'Choose…');
        expect(change).toHaveBeenLastCalledWith(null);
        rerender(<ChoiceField label="Status" required options={options} value={0} onChange={change} />);
        expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Lost', 'Canceled']);
        await expectNoBarriers();
    });

    it('among radio buttons shows what it asks further', async () => {
        const change = jest.fn();
        render(
            <RadioGroup
                label="Account"
                hint="There is one of this name."
                groups={[
                    { label: 'Existing', options: [{ value: 'a', label: 'Northwind', detail: 'Munich' }] },
                    { label: 'New', options: [{ value: 'new', label: 'Create', content: <p>Of which type?</p> }] },
                ]}
                value="new"
                onChange={change}
            />,
        );
        expect(screen.getByText('Of which type?')).toBeInTheDocument();
        userEvent.click(screen.getByRole('radio', { name: 'Northwind · Munich' }));
        expect(change).toHaveBeenCalledWith('a');
        expect(screen.getByRole('radiogroup', { name: 'Account' })).toHaveAccessibleDescription(
            'There is one of this name.',
        );
        await expectNoBarriers();
    });

    it('of yes or no tells what it means', async () => {
        const change = jest.fn();
        render(<CheckField label="Move activities" detail="Three are open." value onChange={change} />);
        const box = screen.getByRole('checkbox', { name: 'Move activities' });
        expect(box).toHaveAccessibleDescription('Three are open.');
        userEvent.click(box);
        expect(change).toHaveBeenCalledWith(false);
        await expectNoBarriers();
    });
});
