import type { LedgerDay } from './zone-server';

/** One row an entry: day, opening and closing depletion, what it was, its millimetres, and the rain that was expected and measured. */
export function ledgerTable(days: readonly LedgerDay[]): string {
    const rows = days.flatMap((day) =>
        day.entries.map(({ kind, millimetres }) => [day.day, day.openingMillimetres, day.closingMillimetres, kind, millimetres, day.expectedRainMillimetres ?? '', day.gaugeRainMillimetres ?? '', day.balance].join(',')),
    );
    return ['day,opening_mm,closing_mm,entry,mm,expected_rain_mm,gauge_rain_mm,balance', ...rows, ''].join('\r\n');
}
