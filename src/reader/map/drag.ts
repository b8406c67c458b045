/** Calls `move` with shares of the width and the height by which the drawing is dragged. */
export function drag(svg: SVGSVGElement, move: (right: number, down: number) => void): void {
  let last: PointerEvent | undefined;
  svg.addEventListener('pointerdown', (event) => {
    if (event.isPrimary) last = event;
  });
  addEventListener('pointermove', (event) => {
    if (last === undefined || !event.isPrimary) return;
    move(
      (last.clientX - event.clientX) / svg.clientWidth,
      (last.clientY - event.clientY) / svg.clientHeight,
    );
    last = event;
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    addEventListener(end, () => {
      last = undefined;
    });
}
