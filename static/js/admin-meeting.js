"use strict";
/* Under the date: the key that a new meeting gets, and recorded meetings that it may be. */
{
  const $ = django.jQuery;
  const WHO = 'select[name^="attendances-"][name$="-participant"]';

  const tell = (when, { key, key_told, twins, twins_told }) => {
    const place = when.closest(".form-row");
    desk.told(place, "proposed-key").textContent = key_told;
    const near = desk.told(place, "twins");
    near.replaceChildren();
    if (twins.length) {
      near.append(twins_told, desk.made("ul", {}, ...twins.map((twin) => desk.made("li", {}, ...desk.link(twin)))));
    }
    const written = document.getElementById("id_key");
    if (written) written.placeholder = key;
  };

  document.addEventListener("DOMContentLoaded", () => {
    const when = document.getElementById("id_when");
    if (!when) return;
    const ask = desk.asker(when.dataset.askMeeting, (answer) => tell(when, answer));
    const now = () => {
      const people = [...document.querySelectorAll(WHO)].filter(({ value }) => value);
      return [
        ["when", when.value],
        ["format", document.getElementById("id_format")?.value ?? ""],
        ["meeting", when.dataset.meeting],
        ...people.map(({ value }) => ["person", value]),
      ];
    };
    let known = String(now()); // the admin tells of changes where there are none
    const changed = () => {
      if (String(now()) === known) return;
      known = String(now());
      ask(now());
    };
    when.addEventListener("date:understood", changed);
    $(document).on("change", `#id_format, ${WHO}`, changed);
  });
}
