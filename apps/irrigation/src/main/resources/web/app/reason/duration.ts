const NARROW_SPACE = '\u202f';

/** “2 h 40 min”, “45 min” or “30 s”. */
export function durationText(seconds: number): string {
    if (seconds < 60) {
        return `${Math.round(seconds)}${NARROW_SPACE}s`;
    }
    const minutes = Math.round(seconds / 60);
    const hours = Math.floor(minutes / 60);
    return [hours > 0 ? `${hours}${NARROW_SPACE}h` : '', minutes % 60 > 0 || hours === 0 ? `${minutes % 60}${NARROW_SPACE}min` : ''].filter(Boolean).join(' ');
}
