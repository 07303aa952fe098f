// Fields left empty are not sent, so that the address names only what was asked. Without this, they are sent empty.
for (const form of document.querySelectorAll("form.filter, form.narrow, form.search")) {
  const empty = () => [...form.elements].filter((field) => field.name && !field.value);
  form.addEventListener("submit", () => empty().forEach((field) => (field.disabled = true)));
  // Who comes back finds them as they were.
  window.addEventListener("pageshow", () => form.querySelectorAll(":disabled").forEach((field) => (field.disabled = false)));
}
