// The theme fetches the words of the whole site on every page; here they come once somebody turns to the search.

const INDEX = "search/search_index.";
const SEARCH = '[data-md-component="search"], [data-md-toggle="search"]';

/** Holds the first request for the words back until the search is entered. Where there is none, nothing happens. */
export function searchWhenAsked(): void {
  const asked = new Promise<void>((resolve) => {
    const turned = ({ target }: Event): unknown => target instanceof Element && target.closest(SEARCH) && resolve();
    for (const kind of ["focusin", "change"]) document.addEventListener(kind, turned);
  });
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method: string, address: string | URL, ...rest: unknown[]): void {
    Reflect.apply(open, this, [method, address, ...rest]);
    if (!String(address).includes(INDEX)) return;
    XMLHttpRequest.prototype.open = open;
    const send = this.send.bind(this);
    this.send = (): void => void asked.then(() => send());
  };
}
