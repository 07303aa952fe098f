"use strict";
/* Beside a date as people write it stands what was understood; of a date with two readings, either can be taken. */
{
  const askers = new WeakMap();

  const taken = (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  };

  const tell = (input, answer) => {
    const output = input.nextElementSibling;
    output.classList.toggle("is-fault", "fault" in answer);
    output.textContent = answer.fault ?? answer.understood;
    for (const { text, words } of answer.readings ?? []) {
      const button = desk.made("button", { type: "button", className: "button" }, words);
      button.addEventListener("click", () => taken(input, text));
      output.append(" ", button);
    }
    input.dispatchEvent(new CustomEvent("date:understood", { bubbles: true }));
  };

  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.(".written-date")) return;
    if (!askers.has(target)) askers.set(target, desk.asker(target.dataset.ask, (answer) => tell(target, answer)));
    askers.get(target)({ text: target.value, reads: target.dataset.reads });
  });
}
