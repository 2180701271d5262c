const FLASHES = /^mw-flash-/;

/** Lets all flashing marks of the page flash in step, whenever each of them appeared; out of step they could flicker faster than each alone. */
export function flashInStep(): void {
    document.addEventListener('animationstart', (event) => {
        if (FLASHES.test(event.animationName) && event.target instanceof Element) {
            event.target.getAnimations().forEach((animation) => (animation.startTime = 0));
        }
    });
}
