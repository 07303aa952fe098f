// Fields left empty are not sent, so that the address names only what was asked. Without this, they are sent empty.
for (const form of document.querySelectorAll("form.filter, form.narrow, form.search")) {
  const fields = () => [...form.elements].filter((field) => field.name && !field.value);
  form.addEventListener("submit", () => fields().forEach((field) => (field.disabled = true)));
  window.addEventListener("pageshow", () => [...form.elements].forEach((field) => (field.disabled = false)));
}
