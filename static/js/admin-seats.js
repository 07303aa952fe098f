"use strict";
/* Who is chosen for a seat brings side and office along; of several offices one is chosen. */
{
  const $ = django.jQuery;
  const ROW = 'select[name^="attendances-"][name$="-participant"]';
  const askers = new WeakMap();
  const known = new WeakMap(); // who was chosen last: the admin tells of changes where there are none

  const field = (select, name) => document.getElementById(select.id.replace(/participant$/, name));

  const put = (select, titles) => {
    for (const [language, title] of Object.entries(titles)) desk.propose(field(select, `capacity_${language}`), title);
  };

  const tell = (select, { side, offices, proposed, told }) => {
    const place = desk.told(select.closest("td"), "proposal");
    place.textContent = told;
    desk.propose(field(select, "side"), side);
    put(select, proposed === null ? { en: "", ru: "", ja: "" } : offices[proposed].titles);
    document
      .getElementById(`${field(select, "capacity_en").id}-offices`)
      .replaceChildren(...offices.map(({ titles }) => desk.made("option", { value: titles.en })));
    for (const { titles, words } of proposed === null ? offices : []) {
      const button = desk.made("button", { type: "button", className: "button" }, words);
      button.addEventListener("click", () => put(select, titles));
      place.append(" ", button);
    }
  };

  const ask = (select) => {
    const address = field(select, "capacity_en").dataset.ask;
    if (!askers.has(select)) askers.set(select, desk.asker(address, (answer) => tell(select, answer)));
    askers.get(select)({ person: select.value, when: document.getElementById("id_when").value });
  };

  $(document).on("change", ROW, ({ target }) => {
    if ((known.get(target) ?? "") === target.value) return;
    known.set(target, target.value);
    ask(target);
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const select of document.querySelectorAll(ROW)) known.set(select, select.value);
  });

  /* Another date, other offices: only where a proposal still stands. */
  document.addEventListener("date:understood", ({ target }) => {
    if (target.id !== "id_when") return;
    for (const select of document.querySelectorAll(ROW)) {
      const office = select.value && field(select, "capacity_en");
      if (office && (office.value === "" || office.value === office.dataset.proposed)) ask(select);
    }
  });
}
