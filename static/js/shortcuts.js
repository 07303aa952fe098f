// Single keys: / to the search, j and k to the next and previous record of a list, ? for the list of keys.
// They can be turned off (WCAG 2.1.4), and are off while typing, with a modifier, and in a dialog.

const STORED = "single-keys";
const RECORDS = ".entry h3 a, .found h3 a";

const dialog = document.getElementById("keys");
const toggle = document.getElementById("keys-on");
const actions = { "/": focusSearch, "?": showKeys, j: () => step(1), k: () => step(-1) };
const LETTERS = { KeyJ: "j", KeyK: "k" }; // where the keyboard types another script

function focusSearch() {
  const field = document.querySelector("header [type=search]");
  field?.focus();
  field?.select();
}

function showKeys() {
  dialog.showModal();
}

function step(by) {
  const records = [...document.querySelectorAll(RECORDS)];
  const here = records.indexOf(document.activeElement);
  const next = here < 0 ? firstInView(records, by) : here + by;
  records[next]?.focus();
  records[next]?.closest("li").scrollIntoView({ block: "nearest" });
}

// Where no record has the focus: the first that is seen, or the one before it; below the list, its first or last.
function firstInView(records, by) {
  const seen = records.findIndex((record) => record.getBoundingClientRect().top >= 0);
  if (seen < 0) return by > 0 ? 0 : records.length - 1;
  return by > 0 ? seen : seen - 1;
}

function isTyping(target) {
  return target.isContentEditable || Boolean(target.closest("input, select, textarea, dialog"));
}

function areOn() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true; // a reader who allows no storage cannot turn them off for good, only for this page
  }
}

function remember(isOn) {
  try {
    localStorage.setItem(STORED, isOn ? "on" : "off");
  } catch {
    // Then the choice holds for this page alone.
  }
}

if (dialog) {
  toggle.checked = areOn();
  toggle.addEventListener("change", () => remember(toggle.checked));
  document.querySelectorAll("[data-shows-keys]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", showKeys);
  });
  document.addEventListener("keydown", (event) => {
    if (!toggle.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    const action = actions[event.key] ?? actions[event.key > "~" ? LETTERS[event.code] : ""];
    if (!action || dialog.open) return;
    event.preventDefault();
    action();
  });
}
