import type { TrendSource } from '../../kit/chart/live-trend';
import type { LivePoint, Plant } from '../plant';
import type { Feature } from '../server';
import { fetchTrend } from '../server';

/** One feature of one machine as a trend. */
export function featureSource(plant: Plant, machineId: string, feature: Feature): TrendSource {
    return {
        key: `${machineId} ${feature}`,
        events: plant,
        fetch: (from, to, points) => fetchTrend(machineId, feature, from, to, points),
        valueIn: (detail) => {
            const point = detail as LivePoint;
            const value = point[feature];
            return point.machineId === machineId && value !== undefined && value !== null ? { t: point.t, value } : undefined;
        },
    };
}
