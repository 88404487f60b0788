// A question that must be answered before something goes on: the browser's own dialog, with focus, Escape and all.

/** Resolves to true for the first button; false for the second, Escape and anything else. */
export function confirm(form: HTMLElement, question: string, yes = "", no = ""): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "wl-dialog";
  dialog.innerHTML =
    '<p id="wl-question"></p><button type="button" class="wl-button" value="yes"></button> <button type="button" class="wl-button wl-button--quiet" value="no"></button>';
  dialog.setAttribute("aria-labelledby", "wl-question");
  [question, yes, no].forEach((words, at) => ((dialog.children[at] as Element).textContent = words));
  // Inside the form, where the theme's shortcuts do not reach.
  form.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement) dialog.close(target.value);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    dialog.showModal();
  });
}
