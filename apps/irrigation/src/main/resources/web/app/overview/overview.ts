import { get } from '../../kit/http/api';
import type { EmergencyStop } from '../stop/emergency-stop';
import type { Outline, Zone } from '../zone/zone';

export interface FieldOutline {
    readonly id: string;
    readonly name: string;
    readonly outline: Outline | null;
    readonly areaHectares: number | null;
}

export interface Site {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly latitudeDegrees: number;
    readonly longitudeDegrees: number;
}

export interface Today {
    readonly day: string;
    readonly minimumCelsius: number | null;
    readonly maximumCelsius: number | null;
    readonly rainMillimetres: number | null;
    readonly referenceEvapotranspirationMillimetres: number | null;
    readonly forecastRain3DaysMillimetres: number | null;
    readonly frostRisk: 'none' | 'possible' | 'likely' | 'now';
    readonly source: string;
}

/** The whole farm at a glance. */
export interface Overview {
    readonly generatedAt: string;
    readonly site: Site | null;
    readonly emergencyStop: EmergencyStop | null;
    readonly fields: readonly FieldOutline[];
    readonly zones: readonly Zone[];
    readonly weather: Today | null;
    readonly allocation: { readonly usedFraction: number; readonly usedCubicMetres: number; readonly allocationCubicMetres: number } | null;
}

export const fetchOverview = () => get<Overview>('/api/overview');
