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
