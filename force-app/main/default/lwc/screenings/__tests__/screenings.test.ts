import { screeningFromNode } from 'c/screenings';

describe('c-screenings', () => {
    it('reads the fields of a screening', () => {
        const screening = screeningFromNode({
            Id: 'a02000000000001AAA',
            Type__c: { value: 'county_criminal_search' },
            Status__c: { value: 'Complete', displayValue: 'Complete' },
            Result__c: { value: 'Consider', displayValue: 'Consider' },
            Turnaround_Seconds__c: { value: 7200 },
            Record_Count__c: { value: 1 },
            Flags__c: { value: 'dob_mismatch;thin_file' },
        });

        expect(screening).toMatchObject({
            type: 'county_criminal_search',
            status: { value: 'Complete', label: 'Complete' },
            result: { value: 'Consider', label: 'Consider' },
            turnaroundSeconds: 7200,
            recordCount: 1,
            flags: ['dob_mismatch', 'thin_file'],
        });
    });

    it('leaves out what is blank', () => {
        const screening = screeningFromNode({ Id: '1', Flags__c: { value: null }, Error__c: { value: '' } });

        expect(screening).toMatchObject({ type: '', flags: [], status: undefined, recordCount: undefined });
        expect(screening.error).toBeUndefined();
    });
});
