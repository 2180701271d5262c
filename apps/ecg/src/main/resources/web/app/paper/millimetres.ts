import { screenScale, SCALE_CHANGED } from '../wave/screen';

/** Lets the styles know how long a millimetre is: on the screen as it was measured, on paper as it is. */
export function followMillimetres(): void {
    const tell = (): void =>
        document.documentElement.style.setProperty('--screen-millimetre', `${screenScale.pixelsPerMillimetre.toFixed(3)}px`);
    screenScale.addEventListener(SCALE_CHANGED, tell);
    tell();
}
