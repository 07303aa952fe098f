"use strict";
/* A new statement shows the next free number, so that a reply typed on the same screen can name it. */
{
  const numbers = () =>
    [...document.querySelectorAll('input[name^="statements-"][name$="-number"]')].map((input) => Number(input.value) || 0);

  document.addEventListener("formset:added", (event) => {
    if (event.detail.formsetName !== "statements") return;
    const number = event.target.querySelector('input[name$="-number"]');
    number.value = Math.max(0, ...numbers()) + 1;
    event.target.querySelector("select").focus();
  });
}
