"use strict";
/* Many statements on one screen: jump, filter, open and fold them; add one, a reply, or another by the same voice. A new
   statement shows the next free number, so that a reply typed on the same screen can name it. */
{
  const $ = django.jQuery;
  const PREFIX = "statements";
  const VOICE = ["side", "speaker", "attributed_to", "issues", "sources"];

  const group = () => document.getElementById(`${PREFIX}-group`);
  const rows = () => [...group().querySelectorAll(`.dynamic-${PREFIX}`)];
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const chosen = (select) => [...(select?.selectedOptions ?? [])].filter(({ value }) => value);
  const numberOf = (row) => Number(field(row, "number")?.value) || 0;

  /* One line of a row, as it stands now. */
  const summarise = (row) => {
    const said = (name) => chosen(field(row, name)).map(({ text }) => text.split(" · ")[0]);
    const voice = [...said("side"), ...said("speaker"), ...said("attributed_to")].join(", ");
    row.querySelector(".statement-number").textContent = field(row, "number").value;
    if (voice) row.querySelector(".statement-voice").textContent = voice;
    row.querySelector(".statement-beginning").textContent = field(row, "text_en").value.slice(0, 160);
  };

  const open = (row) => {
    const body = row?.querySelector(".statement-body");
    if (!body) return;
    row.hidden = false;
    body.open = true;
    body.querySelector("summary").focus({ preventScroll: true });
    row.scrollIntoView({ block: "start" });
  };

  const listJumps = () => {
    const links = rows()
      .filter(numberOf)
      .map((row) => desk.made("a", { href: `#${row.id}` }, String(numberOf(row))));
    group().querySelector(".statement-jumps").replaceChildren(...links.flatMap((link) => [link, " "]));
  };

  const filter = () => {
    const words = group().querySelector(".statement-filter").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows()) {
      const text = [...row.querySelectorAll("summary, option:checked, .readonly")].map((part) => part.textContent);
      const typed = [...row.querySelectorAll("textarea, input[type=text]")].map(({ value }) => value);
      const all = [...text, ...typed].join(" ").toLowerCase();
      row.hidden = !words.every((word) => all.includes(word));
      shown += !row.hidden;
    }
    group().querySelector(".statement-count").textContent = words.length ? `${shown} / ${rows().length}` : "";
    group().querySelector(".statement-tools").scrollIntoView({ block: "start" });
  };

  /* Choosers of folded rows are made when the row is opened: hundreds at once keep the editor waiting. */
  const sleep = () => {
    for (const select of group().querySelectorAll("details:not([open]) select.admin-autocomplete")) {
      select.classList.replace("admin-autocomplete", "admin-autocomplete-later");
    }
    const wake = ({ target }) => {
      const asleep = target.querySelectorAll("select.admin-autocomplete-later");
      asleep.forEach((select) => select.classList.replace("admin-autocomplete-later", "admin-autocomplete"));
      if (asleep.length) $(asleep).djangoAdminSelect2();
    };
    group().addEventListener("toggle", wake, { capture: true });
  };

  const add = () => {
    group().querySelector(".add-row a").click();
    const row = rows().at(-1);
    open(row);
    field(row, "side").focus();
    return row;
  };

  const copy = (from, to) => {
    for (const { value, text } of chosen(from)) {
      const known = [...to.options].find((option) => option.value === value) ?? new Option(text, value);
      to.append(known);
      known.selected = true;
    }
    $(to).trigger("change");
  };

  const answer = (row) => {
    const added = add();
    for (const name of ["issues", "sources"]) copy(field(row, name), field(added, name));
    field(added, "in_reply_to").value = field(row, "number").value;
    const other = { RU: "JP", JP: "RU" }[field(row, "side").value];
    if (other) field(added, "side").value = other;
    if (field(added, "kind").querySelector('[value="reply"]')) field(added, "kind").value = "reply";
    summarise(added);
  };

  const likewise = (row) => {
    const added = add();
    for (const name of VOICE) copy(field(row, name), field(added, name));
    summarise(added);
  };

  const DEEDS = {
    "statement-add": add,
    "statement-answer": answer,
    "statement-likewise": likewise,
    "statement-open": () => rows().forEach((row) => (row.querySelector("details").open = !row.hidden)),
    "statement-fold": () => rows().forEach((row) => (row.querySelector("details").open = false)),
  };

  const aimed = () => open(document.getElementById(location.hash.slice(1))?.closest(".statement-rows .inline-related"));

  document.addEventListener("formset:added", ({ target, detail }) => {
    if (detail.formsetName !== PREFIX) return;
    const numbers = rows().filter((row) => row !== target).map(numberOf);
    field(target, "number").value = Math.max(0, ...numbers) + 1;
    summarise(target);
    listJumps();
    field(target, "side").focus();
  });

  document.addEventListener("formset:removed", ({ detail }) => {
    if (detail.formsetName === PREFIX) setTimeout(listJumps); // once Django has numbered the rows anew
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (!group()?.querySelector(".statement-tools")) return;
    for (const comfort of group().querySelectorAll(".statement-comforts, .statement-next")) comfort.hidden = false;
    group().addEventListener("click", ({ target }) => {
      const deed = Object.keys(DEEDS).find((name) => target.classList.contains(name));
      if (deed) DEEDS[deed](target.closest(".inline-related"));
      else if (target.matches(".statement-jumps a")) open(document.querySelector(target.getAttribute("href")));
    });
    group().querySelector(".statement-filter").addEventListener("input", filter);
    group().querySelector(".statement-filter").addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // else the form would be sent
    });
    const typed = ({ target }) => {
      const row = target.closest?.(`.dynamic-${PREFIX}`);
      if (row?.querySelector("details").open) summarise(row); // in folded rows, the admin tells of what is no change
    };
    group().addEventListener("input", typed);
    $(group()).on("change", "select", typed);
    sleep();
    addEventListener("hashchange", aimed);
    aimed();
  });
}
