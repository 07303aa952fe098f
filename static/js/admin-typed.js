"use strict";
/* Nothing typed is lost: leaving a form with something unsaved is asked about, and a form that was sent is kept for this
   tab until the site has it. (A form sent after the login expired is kept by the site itself.) */
{
  const KEPT = "desk:typed";
  const words = document.currentScript.dataset;
  const MANAGEMENT = /-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$/;
  const NEW_NUMBER = /^statements-\d+-number$/;

  /* Forms of the record alone: those of accounts hold passwords, which are kept nowhere. */
  const formOf = () => document.querySelector(".app-timeline #content-main > form[method=post][id$=_form]");
  const here = () => location.pathname + location.search;

  /* What is typed in the form: pairs of a name and a value, with the words of what was chosen. */
  const typed = (form) =>
    [...form.elements].flatMap((field) => {
      if (!field.name || field.disabled || field.name === "csrfmiddlewaretoken" || field.name.includes("__prefix__")) return [];
      if (field.type === "submit" || field.type === "button") return [];
      if (field.tagName === "SELECT") {
        return [...field.selectedOptions].map(({ value, text }) => [field.name, value, text]);
      }
      if (field.type === "checkbox" || field.type === "radio") return field.checked ? [[field.name, field.value]] : [];
      return [[field.name, field.value]];
    });

  const told = (form) =>
    JSON.stringify(typed(form).filter(([name, value]) => value && !MANAGEMENT.test(name) && !NEW_NUMBER.test(name)));

  const watch = (form) => {
    const wasRefused = document.querySelector(".errornote") !== null;
    let saved = wasRefused ? "" : told(form);
    let isSent = false;
    const ask = (event) => {
      if (!isSent && told(form) !== saved) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    addEventListener("pageshow", () => (isSent = false));
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      isSent = true;
      sessionStorage.setItem(KEPT, JSON.stringify({ where: here(), at: Date.now(), fields: typed(form) }));
    });
    return () => (saved = "");
  };

  const asMap = (fields) => {
    const map = new Map();
    for (const [name, value, text] of fields) map.set(name, [...(map.get(name) ?? []), { value, text }]);
    return map;
  };

  /* As many rows as were typed; new ones by the admin's own link. */
  const addRows = (form, map) => {
    for (const total of form.querySelectorAll("input[name$=-TOTAL_FORMS]")) {
      const wanted = Number(map.get(total.name)?.[0].value ?? 0);
      const link = document.querySelector(`#${total.name.replace("TOTAL_FORMS", "group")} .add-row a`);
      while (link && Number(total.value) < wanted) link.click();
    }
  };

  const choose = (select, options) => {
    for (const option of select.options) option.selected = false;
    for (const { value, text } of options) {
      const option = [...select.options].find((known) => known.value === value) ?? new Option(text, value);
      if (select.multiple || !option.parentElement) select.append(option);
      option.selected = true;
    }
    django.jQuery(select).trigger("change");
  };

  const bringBack = (form, fields) => {
    const map = asMap(fields);
    addRows(form, map);
    for (const field of form.elements) {
      const isOurs = field.name && field.name !== "csrfmiddlewaretoken" && !field.name.includes("__prefix__");
      if (!isOurs || MANAGEMENT.test(field.name) || field.type === "submit") continue;
      const values = map.get(field.name) ?? [];
      if (field.tagName === "SELECT") choose(field, values);
      else if (field.type === "checkbox") field.checked = values.some(({ value }) => value === field.value);
      else if (values.length) field.value = values[0].value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };

  /* Whether the rows of the form are still those that were typed in. */
  const fits = (form, map) =>
    [...form.elements]
      .filter(({ name, type }) => /-INITIAL_FORMS$/.test(name) || (type === "hidden" && /-\d+-id$/.test(name)))
      .every(({ name, value }) => (map.get(name)?.[0].value ?? "") === value);

  const offer = (form, kept, onBack) => {
    const time = new Date(kept.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const note = document.createElement("p");
    note.className = "kept-typed warning";
    note.setAttribute("role", "status");
    const button = (text, deed) => {
      const made = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: text });
      made.addEventListener("click", () => {
        deed();
        sessionStorage.removeItem(KEPT);
        note.remove();
      });
      return made;
    };
    note.append(
      words.offer.replace("{time}", time),
      " ",
      button(words.back, () => {
        bringBack(form, kept.fields);
        onBack();
      }),
      " ",
      button(words.forget, () => {}),
    );
    form.before(note);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = formOf();
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    const isReceived = document.querySelector(".messagelist .success, .errornote") !== null;
    if (kept && isReceived) sessionStorage.removeItem(KEPT);
    if (!form) return;
    const soil = watch(form);
    if (kept && !isReceived && kept.where === here() && fits(form, asMap(kept.fields))) offer(form, kept, soil);
  });
}
