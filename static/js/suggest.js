// Suggestions under the search field of the header: an ARIA 1.2 combobox with a list. Without it the field just searches.

const WAIT = 150; // milliseconds after the last key
const KEPT = 100; // answers kept

class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[name=q]");
    this.answers = new Map();
    this.at = -1;
    this.build();
    this.listen();
  }

  build() {
    this.list = make("ul", { id: "suggestions", role: "listbox", className: "suggestions", hidden: true });
    this.list.setAttribute("aria-label", this.form.dataset.label);
    this.status = make("p", { className: "vh" });
    this.status.setAttribute("role", "status");
    this.form.append(this.list, this.status);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", "aria-expanded": "false" };
    Object.entries(attributes).forEach(([name, value]) => this.input.setAttribute(name, value));
  }

  listen() {
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const words = this.input.value.trim();
    if (!words) return this.close();
    const answer = await this.answer(words);
    if (words === this.input.value.trim() && document.activeElement === this.input) this.show(answer);
  }

  async answer(words) {
    if (!this.answers.has(words)) {
      if (this.answers.size >= KEPT) this.answers.clear();
      this.answers.set(words, await fetched(`${this.form.dataset.suggest}?q=${encodeURIComponent(words)}`));
    }
    return this.answers.get(words);
  }

  show({ suggestions, message }) {
    this.list.replaceChildren(...suggestions.map(option));
    this.mark(-1);
    this.open(suggestions.length > 0);
    this.status.textContent = message;
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.mark(-1);
    this.open(false);
    this.status.textContent = "";
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) this.step(event.key === "ArrowDown" ? 1 : -1);
      else this.ask();
    } else if (isOpen && event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (isOpen && event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      this.go(this.list.children[this.at]);
    }
  }

  // Through the options and back to the field itself, where nothing is marked.
  step(by) {
    const places = this.list.children.length + 1;
    this.mark(((this.at + 1 + by + places) % places) - 1);
  }

  mark(at) {
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = at;
    const chosen = this.list.children[at];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  go(chosen) {
    if (chosen) window.location.assign(chosen.dataset.url);
  }
}

async function fetched(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    if (response.ok) return await response.json();
  } catch {
    // Without the network the field searches as before.
  }
  return { suggestions: [], message: "" };
}

function option({ kind, name, lang, also, note, url }, place) {
  const item = make("li", { id: `suggestion-${place}`, role: "option" });
  item.setAttribute("aria-selected", "false");
  item.dataset.url = url;
  item.append(make("span", { textContent: name, lang, className: "name" }));
  if (also.text) item.append(" ", make("span", { textContent: also.text, lang: also.language, className: "also" }));
  item.append(" ", make("span", { textContent: note ? `${kind} · ${note}` : kind, className: "c" }));
  return item;
}

function make(tag, { role, ...properties }) {
  const element = Object.assign(document.createElement(tag), properties);
  if (role) element.setAttribute("role", role);
  return element;
}

document.querySelectorAll("form[data-suggest]").forEach((form) => new Suggestions(form));
