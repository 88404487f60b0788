// The theme jumps to other pages at n and p and searches at s and f, even while a radio button has the focus.

/** Keeps printable keys inside a form from the theme's shortcuts. */
export function keepKeys(form: HTMLFormElement): void {
  form.addEventListener("keydown", (event) => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
}
