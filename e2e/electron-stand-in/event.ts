/** An event as Electron's emitters give it: a listener may prevent what follows. */
export class StandInEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An event with what it tells, such as the address of a navigation. */
export function eventWith<Details extends object>(details: Details): StandInEvent & Details {
  return Object.assign(new StandInEvent(), details);
}
