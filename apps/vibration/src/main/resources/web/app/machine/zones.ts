import type { Limit } from '../../kit/chart/limit-lines';
import { NO_FIGURE, fixed } from '../../kit/format/number';
import type { Machine, Zone } from './machine';

const ZONES: readonly Zone[] = ['A', 'B', 'C', 'D'];

export const ZONE_MEANING: Readonly<Record<Zone, string>> = {
    A: 'as a newly commissioned machine',
    B: 'fit for unrestricted long-term operation',
    C: 'fit for a limited time only',
    D: 'severe enough to damage the machine',
};

/** ISO 20816-3:2022, tables A.1 and A.2: r.m.s. velocity in mm/s on the bearing housings, at A/B, B/C and C/D. */
export const ZONE_TABLE = [
    { group: '1', machines: 'more than 300 kW, or motors with a shaft height of 315 mm and more', support: 'rigid', limits: [2.3, 4.5, 7.1] },
    { group: '1', machines: 'more than 300 kW, or motors with a shaft height of 315 mm and more', support: 'flexible', limits: [3.5, 7.1, 11] },
    { group: '2', machines: '15 to 300 kW, or motors with a shaft height of 160 to 315 mm', support: 'rigid', limits: [1.4, 2.8, 4.5] },
    { group: '2', machines: '15 to 300 kW, or motors with a shaft height of 160 to 315 mm', support: 'flexible', limits: [2.3, 4.5, 7.1] },
] as const;

/** The limits the server sent, else those of the table's row. */
export function limitsOf(machine: Machine): readonly number[] {
    const row = ZONE_TABLE.find(({ group, support }) => group === machine.isoGroup && support === machine.support);
    return machine.zoneLimitsMillimetresPerSecond ?? row?.limits ?? [];
}

/** The zone of a velocity; a value on a limit belongs to the better zone (ISO 20816-3). */
export function zoneOf(velocity: number, limits: readonly number[]): Zone | undefined {
    return limits.length === 3 ? ZONES[limits.filter((limit) => velocity > limit).length] : undefined;
}

export function zoneLimits(limits: readonly number[]): readonly Limit[] {
    const weights = ['quiet', 'medium', 'high'] as const;
    return limits.map((value, index) => ({
        value,
        label: `${ZONES[index]}/${ZONES[index + 1]}  ${value}`,
        weight: weights[index] ?? 'high',
    }));
}

/** Two decimals everywhere: velocities are compared below one another and with limits of one decimal. */
export function velocityText(velocity: number | null): string {
    return velocity === null ? NO_FIGURE : `${fixed(velocity, 2)}\u202fmm/s`;
}

/** The row of the zone table that a machine is judged by. */
export function zoneRow(machine: Machine): string {
    return `group ${machine.isoGroup}, ${machine.support} support`;
}
