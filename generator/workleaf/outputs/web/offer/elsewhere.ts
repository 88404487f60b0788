// What conditions and texts read in other worksheets: their answers as they are kept here.
import type { Behaviour, Value } from "../../../../client/contract";
import { type Stored, kept, reader } from "../../../../client/earlier";
import type { Earlier } from "../../../../client/elsewhere";

const NAME = /^w:([^/]+)\/(.+)$/;

export const behaviour: Behaviour = (_root, sheet) => {
  const data = JSON.parse(sheet.form.querySelector(".wl-data")?.textContent || "{}") as { elsewhere?: Earlier[] };
  const sources = data.elsewhere ?? [];
  const readers = new Map<string, (id: string) => unknown>();

  async function load(): Promise<void> {
    for (const { worksheet = "", moved } of new Map(sources.map((each) => [each.worksheet, each])).values()) readers.set(worksheet, of(worksheet, await kept(sheet.form, worksheet, moved)));
    sheet.hears((id) => {
      const [, worksheet = "", item = ""] = NAME.exec(id) ?? [];
      return (readers.get(worksheet)?.(item) as Value | undefined) ?? null;
    });
  }

  /** All that is asked of one worksheet; its defaults count once something of it is kept. */
  function of(worksheet: string, stored: Stored): (id: string) => unknown {
    if (!stored.size) return () => null;
    const own = sources.filter((each) => each.worksheet === worksheet);
    const start = own.flatMap((each) => each.start ?? []);
    return reader(own.flatMap((each) => each.places), new Map([...start, ...stored]));
  }

  // Another tab may have filled the other worksheet in meanwhile.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sheet.form.isConnected && void load());
  addEventListener("pageshow", ({ persisted }) => persisted && void load());
  void load();
};
