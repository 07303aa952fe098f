"use strict";
/* A pasted address tells at once whether it is recorded, and what other sources of its host propose. */
{
  const FIELDS = ["publisher", "language", "side"];

  const recorded = (place, { sources, words, choose }) => {
    place.replaceChildren();
    if (!sources.length) return;
    const items = sources.map((source) => {
      const button = desk.made("button", { name: "_recorded", value: source.number }, choose);
      return desk.made("li", {}, ...desk.link(source), " ", ...(document.querySelector("[name=_popup]") ? [button] : []));
    });
    place.append(words, desk.made("ul", {}, ...items));
  };

  const propose = ({ field, value, words, choices }) => {
    const input = document.getElementById(`id_${field}`);
    if (!input) return;
    const stands = desk.propose(input, value) && value;
    desk.told(input.parentElement, "proposal").textContent = stands ? words : "";
    if (field !== "publisher") return;
    const list = document.getElementById("publishers") ?? desk.made("datalist", { id: "publishers" });
    list.replaceChildren(...choices.map((choice) => desk.made("option", { value: choice })));
    input.after(list);
    input.setAttribute("list", list.id);
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const input of document.querySelectorAll("#id_url, #id_archived_url")) {
      const place = desk.told(input.closest(".form-row"), "recorded");
      const ask = desk.asker(input.dataset.ask, (answer) => {
        recorded(place, answer.recorded);
        if (input.id !== "id_url") return;
        const proposals = Object.fromEntries(answer.proposals.map((proposal) => [proposal.field, proposal]));
        for (const field of FIELDS) propose(proposals[field] ?? { field, value: "", words: "", choices: [] });
        document.getElementById("id_key")?.setAttribute("placeholder", answer.key);
      });
      input.addEventListener("input", () => ask({ url: input.value, source: input.dataset.source ?? "" }));
    }
  });
}
